#include "render/furniture/locator.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "render/mesh/shape_projector.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// How much wider the locator is than its map, and its least and most width in metres; beyond, the globe is shown.
constexpr double times_as_wide = 7;
constexpr double least_width = 1'500'000, most_width = 9'000'000;
constexpr double globe_width = 2 * 6'378'137 * 1.06;  // WGS 84's equator seen from afar, and a margin

/// Widest side of what a map shows, in metres.
double width_of(const View& map) {
    return map.metres_per_px * std::max(map.width_px, map.height_px);
}

/// The projection around a point, and how many metres of it the box is wide.
View around(LonLat centre, double width_m, const PixelBox& box) {
    const bool globe = width_m > most_width;
    char crs[120];
    std::snprintf(crs, sizeof crs, "+proj=%s +lat_0=%.3f +lon_0=%.3f +datum=WGS84", globe ? "ortho" : "laea",
                  centre.lat, centre.lon);
    View view;
    view.crs = crs;
    view.width_px = std::max(1, static_cast<int>(std::lround(box.right - box.left)));
    view.height_px = std::max(1, static_cast<int>(std::lround(box.bottom - box.top)));
    view.metres_per_px = (globe ? globe_width : width_m) / std::min(view.width_px, view.height_px);
    return view;
}

PlanePoints ring_of(const DegreeBox& box) {
    return {{box.west, box.south}, {box.east, box.south}, {box.east, box.north}, {box.west, box.north}};
}

/// The border of what `map` shows, on the plane of another projection; empty where part of it is off the globe.
PlanePoints border_on(const View& map, const Projection& from, const Projection& onto) {
    constexpr int steps = 24;
    PlanePoints points;
    const auto add_side = [&](double x0, double y0, double x1, double y1) {
        for (int i = 0; i < steps; ++i)
            points.push_back(plane_from_screen(map, {x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps}));
    };
    const double width = map.width_px, height = map.height_px;
    add_side(0, 0, width, 0);
    add_side(width, 0, width, height);
    add_side(width, height, 0, height);
    add_side(0, height, 0, 0);
    from.inverse(points);
    onto.forward(points);
    if (std::ranges::any_of(points, [](const PlanePoint& point) { return !point.finite(); })) return {};
    return points;
}

/// Cuts projected rings and lines to the locator's box.
class Cutter {
  public:
    Cutter(const ShapeProjector& projector, const DegreeBox& box) : projector_(projector), box_(box) {}

    void add_ring(const PlanePoints& ring, std::vector<PlanePoints>& out) const {
        std::vector<PlanePoints> rings;
        projector_.add_ring(ring, rings);
        for (const PlanePoints& each : rings) add_cut(each, out);
    }
    void add_line(const PlanePoints& line, std::vector<PlanePoints>& out) const {
        std::vector<PlanePoints> lines;
        projector_.add_line(line, ShapeProjector::Kind::line, lines);
        for (const PlanePoints& each : lines)
            for (PlanePoints& piece : clip_line(each, box_)) out.push_back(std::move(piece));
    }
    void add_cut(const PlanePoints& ring, std::vector<PlanePoints>& out) const {
        if (PlanePoints cut = clip_ring(ring, box_); cut.size() > 2) out.push_back(std::move(cut));
    }

  private:
    const ShapeProjector& projector_;
    DegreeBox box_;
};

/// Hands the parts of a layer's features that may show to `take`.
template <class Take>
void each_part(const Basemap& basemap, BasemapLayer layer, int level, const ShapeProjector& projector,
               double least_degrees, const Take& take) {
    for (const BasemapFeature& feature : basemap.features(layer, level)) {
        if (!projector.may_show({feature.west, feature.south, feature.east, feature.north})) continue;
        for (std::uint32_t i = 0; i < feature.part_count; ++i) {
            const PlanePoints points = plane_points(basemap.part(feature, i));
            const DegreeBox box = box_of(points);
            if (std::max(box.east - box.west, box.north - box.south) < least_degrees) continue;
            if (points.size() > 1 && projector.may_show(box)) take(points);
        }
    }
}

}  // namespace

bool locator_helps(const View& view) {
    constexpr double widest = 3'000'000;  // metres
    return width_of(view) < widest;
}

std::shared_ptr<const Locator> make_locator(const Basemap& basemap, const View& map, const PixelBox& box) {
    const auto from = projection_for(map.crs);
    const auto centre = lonlat_from_screen(map, {map.width_px / 2.0, map.height_px / 2.0});
    if (!from || !centre) return nullptr;
    const View small = around(*centre, std::max(least_width, times_as_wide * width_of(map)), box);
    const auto onto = projection_for(small.crs);
    if (!onto) return nullptr;

    auto locator = std::make_shared<Locator>();
    const double half_x = small.metres_per_px * (box.right - box.left) / 2,
                 half_y = small.metres_per_px * (box.bottom - box.top) / 2;
    const DegreeBox cut{-half_x, -half_y, half_x, half_y};
    const ShapeProjector projector(**onto, small, 0.02);
    const Cutter cutter(projector, cut);
    locator->paper.push_back(ring_of(cut));
    for (const PlanePoints& ring : projector.globe()) cutter.add_cut(ring, locator->globe);

    const int level = level_of_detail(basemap, small.metres_per_px * map.pixel_ratio);
    const double degrees_per_px = small.metres_per_px / 111320;
    const double least_land = degrees_per_px * map.pixel_ratio, least_lake = 5 * degrees_per_px * map.pixel_ratio;
    each_part(basemap, BasemapLayer::land, level, projector, least_land,
              [&](const PlanePoints& part) { cutter.add_ring(part, locator->land); });
    each_part(basemap, BasemapLayer::lakes, level, projector, least_lake,
              [&](const PlanePoints& part) { cutter.add_ring(part, locator->lakes); });
    each_part(basemap, BasemapLayer::country_lines, level, projector, 0,
              [&](const PlanePoints& part) { cutter.add_line(part, locator->borders); });

    const PlanePoints border = border_on(map, **from, **onto);
    const double least = 3.5 * map.pixel_ratio * small.metres_per_px;
    if (width_of(map) < 2 * least)
        locator->extent.push_back(ring_of({-least, -least, least, least}));
    else if (!border.empty())
        cutter.add_cut(border, locator->extent);

    locator->view = map;
    locator->view.crs = small.crs;
    locator->view.metres_per_px = small.metres_per_px;
    locator->view.centre_x = (map.width_px / 2.0 - (box.left + box.right) / 2) * small.metres_per_px;
    locator->view.centre_y = ((box.top + box.bottom) / 2 - map.height_px / 2.0) * small.metres_per_px;
    return locator;
}

}  // namespace chronomap
