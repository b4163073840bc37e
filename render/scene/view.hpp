#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// Where the camera looks: a projection, the projected point at the image's centre, and the scale.
/// Projected units are metres; x to the right, y up. Pixels: origin top left, y down.
struct View {
    std::string crs;  ///< anything PROJ reads ("EPSG:3857", "+proj=lcc …"); projected, not degrees
    double centre_x = 0;
    double centre_y = 0;
    double metres_per_px = 1000;  ///< projected metres per device pixel
    int width_px = 1280;          ///< device pixels
    int height_px = 720;
    double pixel_ratio = 1;  ///< device pixels per nominal pixel: sizes of text and lines scale with it

    friend bool operator==(const View&, const View&) = default;
};

/// A part of an image in device pixels, from its top left corner.
struct PixelWindow {
    int x = 0, y = 0;
    int width = 0, height = 0;
    friend bool operator==(const PixelWindow&, const PixelWindow&) = default;
};
inline PixelWindow whole_of(const View& view) {
    return {0, 0, view.width_px, view.height_px};
}

/// The projection that suits `extent`: a conformal conic for a region, an azimuthal one near a pole,
/// an equal-area or compromise one for the world.
std::string default_crs(const GeoBox& extent);

/// A view that holds `extent` whole, with `margin_px` free around it. `crs` empty: default_crs(extent).
/// Error: a CRS that PROJ does not know or that is not projected.
Result<View> fit_view(const GeoBox& extent, int width_px, int height_px, double pixel_ratio, std::string crs = {},
                      double margin_px = 48);

/// The extent to show for a set of places: their box, widened so that a single town still shows its region.
GeoBox extent_of(const std::vector<PlacePtr>& places);

}  // namespace chronomap
