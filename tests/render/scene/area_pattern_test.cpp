#include "render/scene/area_pattern.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace chronomap;

namespace {

View some_view() {
    return *fit_view({44, 38.3, 50, 42}, 400, 300, 1);
}

double nearest(const std::vector<PixelPoint>& points, PixelPoint to) {
    double least = 1e9;
    for (const PixelPoint& point : points) least = std::min(least, std::hypot(point.x - to.x, point.y - to.y));
    return least;
}

}  // namespace

TEST_CASE("the symbols of an area's fill leave no part of the box empty and keep their distance") {
    const auto points = area_pattern(some_view(), EventKind::battle, 30, {0, 0, 400, 300});
    for (double y = 0; y <= 300; y += 7)
        for (double x = 0; x <= 400; x += 7) CHECK(nearest(points, {x, y}) < 30);
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            CHECK(std::hypot(points[i].x - points[j].x, points[i].y - points[j].y) > 29.9);
}

TEST_CASE("the symbols of an area's fill stay on the ground while the map is panned") {
    const View view = some_view(), moved = panned(view, 13.25, -41.5);
    const PixelBox box{0, 0, 400, 300};
    const auto before = area_pattern(view, EventKind::battle, 30, box);
    const auto after = area_pattern(moved, EventKind::battle, 30, box);
    for (const PixelPoint& point : before) {
        const PixelPoint expected{point.x + 13.25, point.y - 41.5};
        if (expected.x < 0 || expected.x > 400 || expected.y < 0 || expected.y > 300) continue;
        CHECK(nearest(after, expected) < 1e-6);
    }
}

TEST_CASE("areas of two kinds that overlap have their symbols beside each other") {
    const PixelBox box{0, 0, 400, 300};
    for (int a = 0; a <= static_cast<int>(EventKind::protest); ++a)
        for (int b = 0; b < a; ++b) {
            const auto one = area_pattern(some_view(), static_cast<EventKind>(a), 58, box);
            const auto other = area_pattern(some_view(), static_cast<EventKind>(b), 58, box);
            CHECK(nearest(one, other[other.size() / 2]) > 2.5);
        }
}
