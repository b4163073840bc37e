#pragma once

#include <optional>

#include "geo/spatial/projection.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Device pixels from the image's top left corner, y down.
struct PixelPoint {
    double x = 0, y = 0;
    friend bool operator==(const PixelPoint&, const PixelPoint&) = default;
};

PixelPoint screen_from_plane(const View& view, PlanePoint point);
PlanePoint plane_from_screen(const View& view, PixelPoint point);

/// Nothing where the projection has no place for the point, or the view's CRS is unknown.
std::optional<PixelPoint> screen_from_lonlat(const View& view, LonLat point);
/// Nothing off the globe's edge.
std::optional<LonLat> lonlat_from_screen(const View& view, PixelPoint point);

/// Zoom level of the web's maps (256 pixels a tile) at this scale: 0 where the world's 40,075 km lie on 256 nominal
/// pixels, one more for each halving. Counted on the projected plane, so a Mercator map away from the equator has a
/// higher one than its ground.
double web_zoom(const View& view);

/// The same view moved so that what was at (0, 0) comes to (dx_px, dy_px).
View panned(View view, double dx_px, double dy_px);
/// The same view with factor > 1 zoomed in; the point under (x_px, y_px) stays where it is.
View zoomed_at(View view, double factor, double x_px, double y_px);

/// All longitudes and latitudes that the view shows, `margin` (share of its width and height) around it included.
/// Longitudes are west <= east with east - west <= 360; west may be below -180 or east above 180.
GeoBox visible_box(const View& view, const Projection& projection, double margin = 0);

}  // namespace chronomap
