#include "geo/io/geo_box.hpp"

#include <doctest/doctest.h>

using chronomap::box_of;
using chronomap::GeoBox;

TEST_CASE("a box is the smallest one around all parts") {
    CHECK(box_of({{{1, 2}, {3, 4}}, {{-5, 6}, {2, 1}}}) == GeoBox{-5, 1, 3, 6});
    CHECK(box_of({}) == GeoBox{});
}

TEST_CASE("a country on both sides of the antimeridian has a box that crosses it") {
    CHECK(box_of({{{30, 50}, {179.9, 70}}, {{-179.9, 65}, {-170, 66}}}) == GeoBox{30, 50, -170, 70});
    CHECK(box_of({{{-179.9, -17}, {-179, -16}}, {{177, -18}, {179.9, -16}}}) == GeoBox{177, -18, -179, -16});
    CHECK(box_of({{{-180, -90}, {180, -60}}}) == GeoBox{-180, -90, 180, -60});
}

TEST_CASE("the point of an area lies inside it, in its largest part, not in a hole or a bay") {
    using chronomap::point_inside;
    const std::vector<chronomap::LonLat> square = {{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}};
    CHECK(point_inside({square, {{10, 10}, {11, 10}, {11, 11}, {10, 10}}}) == chronomap::LonLat{2, 2});
    CHECK(chronomap::is_inside({square}, {1, 3}));
    CHECK(!chronomap::is_inside({square}, {5, 3}));
    CHECK(!chronomap::is_inside({square, {{1, 1}, {3, 1}, {3, 3}, {1, 3}, {1, 1}}}, {2, 2}));
    const auto beside_hole = point_inside({square, {{1, 1}, {3, 1}, {3, 3}, {1, 3}, {1, 1}}});
    CHECK((beside_hole.lon < 1 || beside_hole.lon > 3));
    // A C, open to the east: its centroid lies in the bay.
    const auto in_c = point_inside({{{0, 0}, {5, 0}, {5, 1}, {1, 1}, {1, 4}, {5, 4}, {5, 5}, {0, 5}, {0, 0}}});
    CHECK(in_c.lon < 1);
    CHECK(in_c.lon > 0);
}
