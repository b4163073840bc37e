#include "render/scene/camera.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace chronomap {

PixelPoint screen_from_plane(const View& view, PlanePoint point) {
    return {view.width_px / 2.0 + (point.x - view.centre_x) / view.metres_per_px,
            view.height_px / 2.0 - (point.y - view.centre_y) / view.metres_per_px};
}

PlanePoint plane_from_screen(const View& view, PixelPoint point) {
    return {view.centre_x + (point.x - view.width_px / 2.0) * view.metres_per_px,
            view.centre_y - (point.y - view.height_px / 2.0) * view.metres_per_px};
}

std::optional<PixelPoint> screen_from_lonlat(const View& view, LonLat point) {
    const auto projection = projection_for(view.crs);
    if (!projection) return std::nullopt;
    const PlanePoint plane = (*projection)->forward(point);
    if (!plane.finite()) return std::nullopt;
    return screen_from_plane(view, plane);
}

std::optional<LonLat> lonlat_from_screen(const View& view, PixelPoint point) {
    const auto projection = projection_for(view.crs);
    if (!projection) return std::nullopt;
    const PlanePoint plane = plane_from_screen(view, point);
    const LonLat lonlat = (*projection)->inverse(plane);
    if (!std::isfinite(lonlat.lon) || std::abs(lonlat.lat) > 90) return std::nullopt;
    // Off the globe's edge some projections still answer; the way back tells.
    const PlanePoint back = (*projection)->forward(lonlat);
    if (!back.finite() || std::hypot(back.x - plane.x, back.y - plane.y) > std::max(1.0, view.metres_per_px))
        return std::nullopt;
    return LonLat{std::remainder(lonlat.lon, 360), lonlat.lat};
}

double web_zoom(const View& view) {
    constexpr double metres_per_px_at_0 = 40075016.7 / 256;
    return std::log2(metres_per_px_at_0 / std::max(view.metres_per_px * view.pixel_ratio, 1e-9));
}

View panned(View view, double dx_px, double dy_px) {
    view.centre_x -= dx_px * view.metres_per_px;
    view.centre_y += dy_px * view.metres_per_px;
    return view;
}

View zoomed_at(View view, double factor, double x_px, double y_px) {
    const double before = view.metres_per_px;
    view.metres_per_px = before / factor;
    const double change = before - view.metres_per_px;
    view.centre_x += (x_px - view.width_px / 2.0) * change;
    view.centre_y -= (y_px - view.height_px / 2.0) * change;
    return view;
}

namespace {

/// Grows a box of longitudes (relative to a middle meridian) and latitudes.
struct BoxGrower {
    double middle;
    double west = 1e9, east = -1e9, south = 1e9, north = -1e9;
    void add(LonLat point) {
        const double lon = std::remainder(point.lon - middle, 360);
        west = std::min(west, lon), east = std::max(east, lon);
        south = std::min(south, point.lat), north = std::max(north, point.lat);
    }
    bool empty() const { return west > east; }
};

}  // namespace

GeoBox visible_box(const View& view, const Projection& projection, double margin) {
    constexpr int steps = 24;
    const double half_width = view.width_px * view.metres_per_px * (0.5 + margin);
    const double half_height = view.height_px * view.metres_per_px * (0.5 + margin);
    const auto inside = [&](PlanePoint p) {
        return p.finite() && std::abs(p.x - view.centre_x) <= half_width &&
               std::abs(p.y - view.centre_y) <= half_height;
    };
    std::vector<PlanePoint> grid;
    for (int row = 0; row <= steps; ++row)
        for (int column = 0; column <= steps; ++column)
            grid.push_back({view.centre_x + half_width * (2.0 * column / steps - 1),
                            view.centre_y + half_height * (2.0 * row / steps - 1)});
    std::vector<PlanePoint> lonlats = grid;
    projection.inverse(lonlats);
    std::vector<PlanePoint> back = lonlats;
    projection.forward(back);
    const LonLat centre = projection.inverse({view.centre_x, view.centre_y});
    BoxGrower box{std::isfinite(centre.lon) ? centre.lon : projection.domain().centre.lon};
    bool off_globe = false;
    for (std::size_t i = 0; i < grid.size(); ++i) {
        if (back[i].finite() && std::hypot(back[i].x - grid[i].x, back[i].y - grid[i].y) < 2 * view.metres_per_px + 1)
            box.add({lonlats[i].x, lonlats[i].y});
        else
            off_globe = true;
    }
    // A wide view may hold parts of the globe between the samples: ask the other way round too.
    if (off_globe || box.empty() || box.east - box.west > 40) {
        std::vector<PlanePoint> globe, plane;
        for (int lat = -90; lat <= 90; lat += 3)
            for (int lon = -180; lon < 180; lon += 3) globe.push_back({double(lon), double(lat)});
        plane = globe;
        projection.forward(plane);
        for (std::size_t i = 0; i < globe.size(); ++i)
            if (inside(plane[i])) box.add({globe[i].x, globe[i].y});
    }
    if (box.empty()) return {-180, -90, 180, 90};
    const double slack_lon = (box.east - box.west) * 0.04 + 1e-6;
    const double slack_lat = (box.north - box.south) * 0.04 + 1e-6;
    bool whole_turn = box.east - box.west > 300;
    for (const double pole : {-90.0, 90.0}) {
        if (!inside(projection.forward({box.middle, pole}))) continue;
        whole_turn = true;
        (pole < 0 ? box.south : box.north) = pole;
    }
    GeoBox result{box.middle + box.west - slack_lon, std::max(-90.0, box.south - slack_lat),
                  box.middle + box.east + slack_lon, std::min(90.0, box.north + slack_lat)};
    if (whole_turn) result.west = box.middle - 180, result.east = box.middle + 180;
    return result;
}

}  // namespace chronomap
