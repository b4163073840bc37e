#include "render/mesh/event_shapes.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {
namespace {

/// Nominal radius of the dashed circle around a region of which only a point is known.
constexpr double vague_radius_px = 40;

/// A box longer than this (of a continent, an ocean) says little of the edge: an ellipse in it would look like one.
constexpr double longest_box_m = 2e6;

PlanePoints ellipse_in(const GeoBox& box) {
    const double width = box.east < box.west ? box.east - box.west + 360 : box.east - box.west;
    PlanePoints ring;
    for (int i = 0; i < 96; ++i) {
        const double angle = 2 * M_PI * i / 96;
        ring.push_back({box.west + width / 2 * (1 + std::cos(angle)),
                        (box.south + box.north) / 2 + (box.north - box.south) / 2 * std::sin(angle)});
    }
    return ring;
}

/// Longer side of the box around shapes, or of `box` where there are none; 0: a point.
double size_metres(const std::vector<PlanePoints>& shapes, const std::optional<GeoBox>& box) {
    DegreeBox all{1e9, 1e9, -1e9, -1e9};
    for (const PlanePoints& shape : shapes) {
        const DegreeBox one = box_of(shape);
        all = {std::min(all.west, one.west), std::min(all.south, one.south), std::max(all.east, one.east),
               std::max(all.north, one.north)};
    }
    if (shapes.empty() && box) all = {box->west, box->south, box->east + (box->east < box->west ? 360 : 0), box->north};
    if (all.west > all.east) return 0;
    const double narrowing = std::cos((all.south + all.north) / 2 * M_PI / 180);
    return 111320 * std::max((all.east - all.west) * narrowing, all.north - all.south);
}

/// True for a state of today (not a historical one), whose outline the basemap has.
bool is_country_of_today(const Place& place) {
    return place.feature_code.rfind("PCL", 0) == 0 && place.feature_code != "PCLH" && !place.country.empty();
}

/// Islands that are but dots at this scale are left out, the largest part never.
std::vector<PlanePoints> rings_of_country(const Basemap& basemap, const std::string& country, double metres_per_px) {
    std::vector<PlanePoints> rings;
    for (const BasemapFeature& feature :
         basemap.features(BasemapLayer::country_areas, level_of_detail(basemap, metres_per_px))) {
        if (basemap.text(feature.country) != country) continue;
        for (std::uint32_t i = 0; i < feature.part_count; ++i) rings.push_back(plane_points(basemap.part(feature, i)));
    }
    const auto height = [](const PlanePoints& ring) {
        const DegreeBox box = box_of(ring);
        return box.north - box.south;
    };
    std::ranges::sort(rings, std::ranges::greater{}, height);
    constexpr double least_px = 7;
    while (rings.size() > 1 && height(rings.back()) * 111320 < least_px * metres_per_px) rings.pop_back();
    return rings;
}

}  // namespace

EventShape event_shape(const ShapeProjector& projector, const Projection& projection, const View& view,
                       const Place& place, const Basemap* basemap) {
    EventShape out;
    std::vector<PlanePoints> shapes;
    for (const auto& part : place.parts) shapes.push_back(plane_points(part));
    // A rough outline of a state of today gives way to the basemap's, which its borders are drawn from.
    std::size_t points = 0;
    for (const PlanePoints& shape : shapes) points += shape.size();
    constexpr std::size_t rough = 400;
    if (basemap && points < rough && place.extent == ExtentClass::area && is_country_of_today(place)) {
        auto rings = rings_of_country(*basemap, place.country, view.metres_per_px);
        if (!rings.empty()) shapes = std::move(rings);
    }
    out.size_m = size_metres(shapes, place.box);

    if (place.extent == ExtentClass::line && !shapes.empty()) {
        for (const PlanePoints& shape : shapes) projector.add_line(shape, ShapeProjector::Kind::line, out.lines);
    } else if (!shapes.empty() || (place.box && out.size_m <= longest_box_m)) {
        out.exact = !shapes.empty();
        if (shapes.empty()) shapes.push_back(ellipse_in(*place.box));
        for (PlanePoints& shape : shapes) {
            projector.add_ring(shape, out.rings);
            if (!shape.empty() && !(shape.front() == shape.back())) shape.push_back(shape.front());
            projector.add_line(shape, ShapeProjector::Kind::outline, out.lines);
        }
    } else if (const PlanePoint at = projection.forward(place.location); at.finite()) {
        // Only a point is known of a region, or hardly more: a circle that says "hereabouts", of no size on the ground.
        out.exact = false;
        out.size_m = 0;
        const double radius = vague_radius_px * view.pixel_ratio * view.metres_per_px;
        PlanePoints ring;
        for (int i = 0; i <= 72; ++i)
            ring.push_back({at.x + radius * std::cos(2 * M_PI * i / 72), at.y + radius * std::sin(2 * M_PI * i / 72)});
        out.lines.push_back(ring);
        ring.pop_back();
        out.rings.push_back(std::move(ring));
    }
    return out;
}

std::vector<PlanePoints> leader_lines(const View& view, const EventMarks& marks) {
    std::vector<PlanePoints> lines;
    for (const FanLeader& leader : marks.leaders)
        lines.push_back({plane_from_screen(view, leader.from), plane_from_screen(view, leader.to)});
    return lines;
}

}  // namespace chronomap
