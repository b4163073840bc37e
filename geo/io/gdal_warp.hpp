#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/io/gdal_handles.hpp"
#include "geo/io/georeference.hpp"

namespace chronomap {

// Rasters brought to the pixels of a map by GDAL; for the sources of geo/io only.

/// GDAL tells its errors to us, not to standard error, while one lives.
struct QuietErrors {
    QuietErrors();
    ~QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
};

/// "cannot read this raster: " and GDAL's last message.
tl::unexpected<Error> unreadable_raster(const std::string& path);

/// Opens a raster and bounds GDAL's block cache: each block is needed once. Error: no raster. Needs QuietErrors.
Result<DatasetHandle> open_raster(const std::string& dataset, const std::string& path);

/// How the pixels of a raster are brought to those of a map.
enum class Resampling : std::uint8_t { bilinear, nearest };

/// `source` on `width` x `height` pixels of `pixels`, in memory; coarse maps read overviews. `more`: further options of
/// gdalwarp ("-ot", "Float32"). Error, naming `path`: a CRS that is unknown, bytes missing. Needs QuietErrors.
Result<DatasetHandle> warp_raster(GDALDatasetH source, const std::string& path, const Georeference& pixels, int width,
                                  int height, Resampling resampling, const std::vector<std::string>& more);

}  // namespace chronomap
