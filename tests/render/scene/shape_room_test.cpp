#include "render/scene/shape_room.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "geo/io/geo_box.hpp"

using namespace chronomap;

namespace {

/// An L: its corner's box is half empty.
const std::vector<std::vector<LonLat>> ell{{{0, 0}, {10, 0}, {10, 3}, {3, 3}, {3, 10}, {0, 10}, {0, 0}}};
const View view{"EPSG:3857", 556597, 557305, 2500, 800, 800, 1};

}  // namespace

TEST_CASE("a text finds room only within the area, the nearest first") {
    const PixelPoint from{400, 400};
    const double width = 90;
    const auto places = room_in_shape(ell, view, from, width);
    REQUIRE(places.size() > 4);
    for (const PixelPoint& place : places) {
        const auto left = lonlat_from_screen(view, {place.x - width * 0.4, place.y});
        const auto right = lonlat_from_screen(view, {place.x + width * 0.4, place.y});
        CHECK((left && is_inside(ell, *left)));
        CHECK((right && is_inside(ell, *right)));
    }
    const auto away = [&](const PixelPoint& at) { return std::hypot(at.x - from.x, at.y - from.y); };
    CHECK(std::ranges::is_sorted(places, {}, away));
    CHECK(room_in_shape(ell, view, from, 2000).empty());
    CHECK(room_in_shape({}, view, from, 10).empty());
}

TEST_CASE("panned, the room in an area moves with it") {
    View panned = view;
    panned.centre_x += 37 * view.metres_per_px;
    const auto before = room_in_shape(ell, view, {400, 400}, 90);
    const auto after = room_in_shape(ell, panned, {363, 400}, 90);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(after[i].x == doctest::Approx(before[i].x - 37));
        CHECK(after[i].y == doctest::Approx(before[i].y));
    }
}
