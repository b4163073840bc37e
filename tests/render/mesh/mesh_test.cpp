#include <doctest/doctest.h>

#include <cmath>

#include "render/mesh/meshes.hpp"
#include "render/mesh/shape_projector.hpp"
#include "render/scene/camera.hpp"

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

double longest_edge(const std::vector<PlanePoints>& lines) {
    double longest = 0;
    for (const PlanePoints& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            longest = std::max(longest, std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y));
    return longest;
}

}  // namespace

TEST_CASE("a straight line is a ribbon of two triangles with its sides a unit away") {
    LineMesh mesh;
    add_line(mesh, {{0, 0}, {100, 0}}, {0, 0});
    REQUIRE(mesh.vertices.size() == 4);
    CHECK(mesh.indices.size() == 6);
    CHECK(mesh.vertices[0].across_y == doctest::Approx(1));
    CHECK(mesh.vertices[1].across_y == doctest::Approx(-1));
    CHECK(mesh.vertices[3].along == doctest::Approx(100));
}

TEST_CASE("a right angle is mitred and a hairpin is not") {
    LineMesh corner;
    add_line(corner, {{0, 0}, {10, 0}, {10, 10}}, {0, 0});
    CHECK(corner.vertices.size() == 6);
    CHECK(std::hypot(corner.vertices[2].across_x, corner.vertices[2].across_y) == doctest::Approx(std::sqrt(2)));
    LineMesh hairpin;
    add_line(hairpin, {{0, 0}, {10, 0}, {0, 0.1}}, {0, 0});
    for (const auto& vertex : hairpin.vertices) CHECK(std::hypot(vertex.across_x, vertex.across_y) < 2);
}

TEST_CASE("repeated points and single points make no ribbon of their own") {
    LineMesh mesh;
    add_line(mesh, {{1, 1}, {1, 1}}, {0, 0});
    CHECK(mesh.empty());
    add_line(mesh, {{1, 1}, {1, 1}, {2, 1}, {2, 1}}, {0, 0});
    CHECK(mesh.vertices.size() == 4);
}

TEST_CASE("land on both sides of the antimeridian does not smear over the map") {
    const auto view = fit_view({-180, -60, 180, 84}, 800, 400, 1);
    REQUIRE(view);
    const auto projection = projection_for(view->crs);
    const ShapeProjector projector(**projection, *view, 0);
    // A square of 20 degrees about 190 E, which the world's edge (11 E + 180 E) cuts in two.
    std::vector<PlanePoints> rings, outlines;
    const PlanePoints square{{180, 0}, {200, 0}, {200, 20}, {180, 20}, {180, 0}};
    projector.add_ring(square, rings);
    REQUIRE(rings.size() == 2);
    const double metres = 111200.0 * 20;
    CHECK(area(rings[0]) + area(rings[1]) == doctest::Approx(metres * metres).epsilon(0.05));
    projector.add_line(square, ShapeProjector::Kind::line, outlines);
    CHECK(longest_edge(outlines) < 1e6);
}

TEST_CASE("the edge where data were cut at 180 degrees is no coast") {
    const auto view = fit_view({160, 50, -160, 75}, 800, 400, 1);
    REQUIRE(view);
    const ShapeProjector projector(**projection_for(view->crs), *view, 0);
    std::vector<PlanePoints> outlines;
    projector.add_line({{170, 60}, {180, 60}, {180, 70}, {170, 70}, {170, 60}}, ShapeProjector::Kind::outline,
                       outlines);
    for (const PlanePoints& line : outlines)
        for (std::size_t i = 1; i < line.size(); ++i) {
            const LonLat a = (*projection_for(view->crs))->inverse(line[i - 1]);
            const LonLat b = (*projection_for(view->crs))->inverse(line[i]);
            CHECK(!(std::abs(a.lon) > 179.999 && std::abs(b.lon) > 179.999));
        }
}

TEST_CASE("a continent around the pole fills the pole") {
    const auto view = fit_view({-180, -90, 180, -60}, 600, 600, 1);
    REQUIRE(view);
    const ShapeProjector projector(**projection_for(view->crs), *view, 0);
    // As Natural Earth draws Antarctica: along the coast, then down to the pole at the cut.
    PlanePoints ring;
    for (int lon = -180; lon <= 180; lon += 5) ring.push_back({double(lon), -70});
    ring.push_back({180, -90});
    ring.push_back({-180, -90});
    std::vector<PlanePoints> rings;
    projector.add_ring(ring, rings);
    double total = 0;
    for (const PlanePoints& r : rings) total += area(r);
    const double cap = 2 * M_PI * 6371000.0 * 6371000.0 * (1 - std::cos(20 * M_PI / 180));
    CHECK(total == doctest::Approx(cap).epsilon(0.02));
}

TEST_CASE("seen from space only the near side of a ring is drawn") {
    View view;
    view.crs = "+proj=ortho +lat_0=0 +lon_0=0";
    view.metres_per_px = 20000;
    view.width_px = view.height_px = 800;
    const ShapeProjector projector(**projection_for(view.crs), view, 0);
    std::vector<PlanePoints> rings, lines;
    projector.add_ring({{60, -10}, {120, -10}, {120, 10}, {60, 10}}, rings);
    REQUIRE(!rings.empty());
    for (const PlanePoint& p : rings[0]) CHECK(std::hypot(p.x, p.y) < 6.4e6);
    projector.add_line({{60, 0}, {300, 0}}, ShapeProjector::Kind::line, lines);
    CHECK(longest_edge(lines) < 1e6);
}

TEST_CASE("the globe seen from above a pole is one disc") {
    const auto view = fit_view({-180, 55, 180, 90}, 600, 600, 1);
    REQUIRE(view);
    const ShapeProjector projector(**projection_for(view->crs), *view, 0);
    const auto globe = projector.globe();
    REQUIRE(globe.size() == 1);
    const double radius = 2 * 6371000.0 * std::sin(172 * M_PI / 360);  // Lambert: 2 R sin(c / 2)
    CHECK(area(globe[0]) == doctest::Approx(M_PI * radius * radius).epsilon(0.01));
}
