#include "render/scene/view.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

double width_degrees(const GeoBox& box) {
    const double width = box.east - box.west;
    return width < 0 ? width + 360 : width;
}

double middle_lon(const GeoBox& box) {
    // "+ 0.0" so that no "-0" comes into the text.
    return std::remainder(box.west + width_degrees(box) / 2, 360) + 0.0;
}

template <class... Numbers>
std::string text(const char* format, Numbers... numbers) {
    char buffer[200];
    std::snprintf(buffer, sizeof buffer, format, numbers...);
    return buffer;
}

/// Box in the plane of what a GeoBox holds.
struct PlaneBox {
    double west = 1e300, south = 1e300, east = -1e300, north = -1e300;
    void add(PlanePoint p) {
        if (!p.finite()) return;
        west = std::min(west, p.x), east = std::max(east, p.x);
        south = std::min(south, p.y), north = std::max(north, p.y);
    }
};

}  // namespace

std::string default_crs(const GeoBox& extent) {
    const double width = width_degrees(extent);
    const double height = extent.north - extent.south;
    const double lon = middle_lon(extent);
    const double lat = (extent.north + extent.south) / 2;
    if (width > 150 || height > 110) {
        // Near a pole the whole turn is no world: look down upon it.
        if (extent.south > 45 || extent.north < -45)
            return text("+proj=laea +lat_0=%d +lon_0=%.4f", extent.south > 45 ? 90 : -90, width > 300 ? 0.0 : lon);
        // The world is cut through the Pacific unless the extent lies there.
        return text("+proj=eqearth +lon_0=%.0f", width > 300 ? 11.0 : lon);
    }
    if (std::max(std::abs(extent.south), std::abs(extent.north)) > 82)
        return text("+proj=laea +lat_0=%d +lon_0=%.4f", lat > 0 ? 90 : -90, lon);
    if (width > 45 || height > 35 || std::abs(lat) < 4) return text("+proj=laea +lat_0=%.4f +lon_0=%.4f", lat, lon);
    // Standard parallels a sixth in from the extent's edges keep the scale's error least: Snyder, Map Projections,
    // p. 99.
    const double inset = std::max(height / 6, 0.05);
    const double south = extent.south + inset;
    const double north = std::max(extent.north - inset, south);
    return text("+proj=lcc +lat_1=%.4f +lat_2=%.4f +lat_0=%.4f +lon_0=%.4f", south, north, lat, lon);
}

Result<View> fit_view(const GeoBox& extent, int width_px, int height_px, double pixel_ratio, std::string crs,
                      double margin_px) {
    if (width_px <= 0 || height_px <= 0) return fail("an image must be at least one pixel wide and high");
    View view;
    view.crs = crs.empty() ? default_crs(extent) : std::move(crs);
    view.width_px = width_px;
    view.height_px = height_px;
    view.pixel_ratio = pixel_ratio;
    const auto projection = projection_for(view.crs);
    if (!projection) return tl::unexpected(projection.error());
    const ProjectionDomain& domain = (*projection)->domain();
    const double width = width_degrees(extent);
    const double south = std::max(extent.south, domain.south), north = std::min(extent.north, domain.north);
    PlaneBox box;
    constexpr int steps = 32;
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            double lon = extent.west + width * column / steps;
            // The two edges of a whole turn must stay on their sides of the cut.
            if (width >= 359) lon = domain.centre.lon - 179.999 + 359.998 * column / steps;
            box.add((*projection)->forward({lon, south + (north - south) * row / steps}));
        }
    }
    if (box.west > box.east) return fail("this part of the world has no place in the projection '" + view.crs + "'");
    view.centre_x = (box.west + box.east) / 2;
    view.centre_y = (box.south + box.north) / 2;
    const double margin = std::min(margin_px, std::min(width_px, height_px) * 0.4);
    view.metres_per_px = std::max({(box.east - box.west) / std::max(1.0, width_px - 2 * margin),
                                   (box.north - box.south) / std::max(1.0, height_px - 2 * margin), 0.01});
    return view;
}

GeoBox extent_of(const std::vector<PlacePtr>& places) {
    // Longitudes as arcs on the circle: the widest gap between them is left out.
    struct Arc {
        double west, east;
    };
    std::vector<Arc> arcs;
    double south = 90, north = -90;
    const auto add = [&](GeoBox box) {
        arcs.push_back({box.west, box.west + width_degrees(box)});
        south = std::min(south, box.south), north = std::max(north, box.north);
    };
    for (const PlacePtr& place : places) {
        if (!place) continue;
        if (place->extent != ExtentClass::point && place->box) {
            add(*place->box);
        } else if (place->extent != ExtentClass::point && !place->parts.empty()) {
            GeoBox box{180, 90, -180, -90};
            for (const auto& part : place->parts)
                for (const LonLat& p : part)
                    box = {std::min(box.west, p.lon), std::min(box.south, p.lat), std::max(box.east, p.lon),
                           std::max(box.north, p.lat)};
            add(box);
        } else {
            add({place->location.lon, place->location.lat, place->location.lon, place->location.lat});
        }
    }
    if (arcs.empty()) return {-180, -60, 180, 84};
    std::ranges::sort(arcs, {}, &Arc::west);
    double reach = arcs[0].east;
    double best_gap = arcs[0].west + 360 - std::ranges::max(arcs, {}, &Arc::east).east;
    double west = arcs[0].west;
    for (std::size_t i = 1; i < arcs.size(); ++i) {
        if (arcs[i].west - reach > best_gap) {
            best_gap = arcs[i].west - reach;
            west = arcs[i].west;
        }
        reach = std::max(reach, arcs[i].east);
    }
    if (best_gap <= 0) return {-180, std::max(south, -85.0), 180, std::min(north, 85.0)};
    double width = 360 - best_gap;
    // A single town still shows its region: at least about 220 km from edge to edge.
    constexpr double least_height = 1.6;
    double height = north - south;
    const double lat = (north + south) / 2;
    const double least_width = least_height / std::max(0.2, std::cos(lat * M_PI / 180)) * 1.4;
    if (width < least_width) west -= (least_width - width) / 2, width = least_width;
    if (height < least_height) south -= (least_height - height) / 2, north += (least_height - height) / 2;
    // Room for symbols and their labels.
    west -= width * 0.06, width *= 1.12;
    height = north - south;
    south = std::max(-89.0, south - height * 0.06), north = std::min(89.0, north + height * 0.06);
    if (width >= 360) return {-180, south, 180, north};
    west = std::remainder(west, 360);
    const double east = west + width;
    return {west, south, east > 180 ? east - 360 : east, north};
}

}  // namespace chronomap
