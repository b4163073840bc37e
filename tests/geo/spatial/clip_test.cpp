#include "geo/spatial/clip.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace chronomap;

namespace {

double area(const PlanePoints& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PlanePoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

const PlanePoints square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};

}  // namespace

TEST_CASE("a ring is cut to a box") {
    CHECK(area(clip_ring(square, {5, 5, 20, 20})) == doctest::Approx(25));
    CHECK(clip_ring(square, {11, 11, 20, 20}).empty());
    CHECK(clip_ring(square, {-1, -1, 20, 20}) == square);
    CHECK(area(clip_ring(square, {4, 4, 6, 6})) == doctest::Approx(4));
}

TEST_CASE("a line that leaves a box and comes back gives two pieces") {
    const PlanePoints line{{1, 1}, {1, 20}, {9, 20}, {9, 1}};
    const auto pieces = clip_line(line, {0, 0, 10, 10});
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0] == PlanePoints{{1, 1}, {1, 10}});
    CHECK(pieces[1] == PlanePoints{{9, 10}, {9, 1}});
}

TEST_CASE("a line outside a box gives nothing and one inside stays whole") {
    CHECK(clip_line({{-5, 2}, {-1, 3}}, {0, 0, 10, 10}).empty());
    const PlanePoints line{{1, 1}, {2, 5}, {3, 1}};
    const auto pieces = clip_line(line, {0, 0, 10, 10});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0] == line);
}

TEST_CASE("long edges get points, short ones do not") {
    const PlanePoints dense = densified({{0, 0}, {10, 0}, {10.5, 0}}, 1);
    REQUIRE(dense.size() == 12);
    for (std::size_t i = 1; i < dense.size(); ++i) CHECK(dense[i].x - dense[i - 1].x <= doctest::Approx(1));
}

TEST_CASE("a point in a hole is not inside") {
    const std::vector<std::vector<LonLat>> rings{{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                                 {{4, 4}, {6, 4}, {6, 6}, {4, 6}}};
    CHECK(contains(rings, {2, 2}));
    CHECK(!contains(rings, {5, 5}));
    CHECK(!contains(rings, {11, 5}));
}
