#include "render/mesh/line_places.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace chronomap;

namespace {

constexpr LineText name{60, 10, 3, 400};

std::vector<PixelPoint> straight(PixelPoint from, PixelPoint to) {
    return {from, to};
}

std::vector<PixelPoint> circle(double radius) {
    std::vector<PixelPoint> line;
    for (int degrees = 0; degrees <= 360; degrees += 5)
        line.push_back({radius * std::cos(degrees * std::numbers::pi / 180),
                        radius * std::sin(degrees * std::numbers::pi / 180)});
    return line;
}

double length_of(const std::vector<PixelPoint>& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

}  // namespace

TEST_CASE("a name stands above the middle of a straight line, from left to right whichever way the line runs") {
    for (const auto& line : {straight({0, 50}, {300, 50}), straight({300, 50}, {0, 50})}) {
        const auto stretches = places_along(line, name);
        REQUIRE(stretches.size() == 1);
        const LinePlace& best = stretches[0].front();
        CHECK(best.baseline.front().x < best.baseline.back().x);
        CHECK(best.middle.x == doctest::Approx(150).epsilon(0.05));
        for (const PixelPoint& point : best.baseline) CHECK(point.y == doctest::Approx(47));
        CHECK(length_of(best.baseline) >= name.width);
    }
}

TEST_CASE("a long line bears its name again and again, a short one not at all") {
    CHECK(places_along(straight({0, 0}, {2000, 300}), name).size() == 5);
    CHECK(places_along(straight({0, 0}, {55, 0}), name).empty());
    CHECK(places_along(std::vector<PixelPoint>{{3, 3}}, name).empty());
}

TEST_CASE("no name is set where the line turns too sharply") {
    CHECK(places_along(circle(20), name).empty());
    CHECK_FALSE(places_along(circle(200), name).empty());
    // A corner: names stand on its sides, none around it.
    for (const auto& stretch : places_along(std::vector<PixelPoint>{{0, 0}, {150, 0}, {150, 150}}, name))
        for (const LinePlace& place : stretch) {
            const PixelPoint &a = place.baseline.front(), &b = place.baseline.back();
            CHECK(std::hypot(b.x - a.x, b.y - a.y) > 0.9 * name.width);
        }
}

TEST_CASE("wiggles do not shake the letters") {
    std::vector<PixelPoint> line;
    for (int x = 0; x <= 300; x += 2) line.push_back({double(x), 3 * std::sin(x * 0.9)});
    const auto stretches = places_along(line, name);
    REQUIRE(stretches.size() == 1);
    for (const PixelPoint& point : stretches[0].front().baseline)
        CHECK(std::abs(point.y - stretches[0].front().baseline[0].y) < 1);
}

TEST_CASE("places do not depend on where the view is panned to") {
    const auto line = circle(200);
    auto moved = line;
    for (PixelPoint& point : moved) point.x += 40, point.y -= 80;
    const auto a = places_along(line, name), b = places_along(moved, name);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(b[i].front().middle.x == doctest::Approx(a[i].front().middle.x + 40));
        CHECK(b[i].front().middle.y == doctest::Approx(a[i].front().middle.y - 80));
    }
}
