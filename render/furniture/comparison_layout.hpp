#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"
#include "render/furniture/page.hpp"

namespace chronomap {

/// The sheet that a comparison is laid out on, and the part of the world that both its maps show.
struct ComparisonSheet {
    int width_px = 1920, height_px = 1080;
    double pixel_ratio = 1;
    GeoBox extent;
    std::string crs;  ///< empty: default_crs(extent)
};

/// Two dates of the same events on one sheet: the maps side by side, or one above the other on an upright sheet, below
/// them one legend that tells by kind and by place what only the first shows, both show, and only the second shows.
/// `first` and `second` differ in their time and date caption. Error: a CRS that PROJ does not know; a sheet smaller
/// than 320 by 240 nominal pixels.
Result<MapPage> lay_out_comparison(const Scene& first, const Scene& second, const ComparisonSheet& sheet,
                                   FontSet& fonts);

}  // namespace chronomap
