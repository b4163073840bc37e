#include "render/furniture/block_stack.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace chronomap;

namespace {

constexpr std::array places{FurniturePlace::top_left,    FurniturePlace::top,    FurniturePlace::top_right,
                            FurniturePlace::bottom_left, FurniturePlace::bottom, FurniturePlace::bottom_right};

}  // namespace

TEST_CASE("a block stands at its place, further ones behind it") {
    BlockStack stack({10, 10, 410, 310}, 6);
    const auto first = stack.find(FurniturePlace::top_left, 100, 40);
    REQUIRE(first);
    CHECK(*first == PixelBox{10, 10, 110, 50});
    stack.add(*first);
    const auto second = stack.find(FurniturePlace::top_left, 60, 30);
    REQUIRE(second);
    CHECK(second->left == 10);
    CHECK(second->top == doctest::Approx(56).epsilon(0.001));
    const auto below = stack.find(FurniturePlace::bottom_right, 60, 30);
    REQUIRE(below);
    CHECK(*below == PixelBox{350, 280, 410, 310});
    const auto middle = stack.find(FurniturePlace::bottom, 60, 30);
    REQUIRE(middle);
    CHECK(middle->left == 180);
}

TEST_CASE("blocks never meet and never leave the room, however many there are") {
    for (const double size : {20.0, 90.0, 200.0}) {
        BlockStack stack({0, 0, 400, 300}, 5);
        std::vector<PixelBox> taken;
        for (int i = 0; i < 200; ++i) {
            const auto box = stack.find(places[i % places.size()], size + i % 7, size / 2 + i % 5);
            if (!box) continue;
            for (const PixelBox& other : taken) CHECK(!box->meets(other));
            CHECK(box->left >= 0);
            CHECK(box->top >= 0);
            CHECK(box->right <= 400);
            CHECK(box->bottom <= 300);
            taken.push_back(*box);
            stack.add(*box);
        }
        CHECK(!taken.empty());
        CHECK(taken.size() < 200);
    }
}

TEST_CASE("a block that is larger than the room has none") {
    const BlockStack stack({0, 0, 100, 50}, 5);
    CHECK(!stack.find(FurniturePlace::top, 101, 10));
    CHECK(!stack.find(FurniturePlace::top, 10, 51));
    CHECK(stack.find(FurniturePlace::top, 100, 50));
}
