#include "geo/io/area_room.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

std::vector<LonLat> box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

}  // namespace

TEST_CASE("the name of an area goes where it is widest") {
    // A foot with a leg: wide below, narrow above.
    const auto room = roomiest_place({{{0, 0}, {10, 0}, {10, 3}, {2, 3}, {2, 12}, {0, 12}, {0, 0}}});
    REQUIRE(room);
    CHECK(room->middle.lon == doctest::Approx(5));
    CHECK(room->middle.lat < 3);
    CHECK(room->west == doctest::Approx(0));
    CHECK(room->east == doctest::Approx(10));
    CHECK(room->south == doctest::Approx(0));
    CHECK(room->north == doctest::Approx(3));
}

TEST_CASE("a lake and a hole are no room") {
    const auto beside_lake = roomiest_place({box(0, 0, 10, 4)}, {box(0, 0, 5, 4)});
    REQUIRE(beside_lake);
    CHECK(beside_lake->west == doctest::Approx(5));
    const auto beside_hole = roomiest_place({box(0, 0, 10, 4), box(3, 0.1, 9, 3.9)});
    REQUIRE(beside_hole);
    CHECK(beside_hole->east == doctest::Approx(3));
}

TEST_CASE("an empty area has no room") {
    CHECK_FALSE(roomiest_place({}));
    CHECK_FALSE(roomiest_place({box(0, 0, 4, 4)}, {box(-1, -1, 5, 5)}));
}
