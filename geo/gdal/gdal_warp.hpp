#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/gdal/gdal_handles.hpp"
#include "geo/io/georeference.hpp"

namespace chronomap {

// Rasters brought to the pixels of a map by GDAL; for the sources of geo/gdal only.

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

/// How many pixels of a raster lie along one of a map's, across and down the raster; below 1 where it is enlarged.
struct PixelRatio {
    double across = 1, down = 1;
};

/// The ratio in the middle of those over the map, where the raster is; 1 where it is not. Needs QuietErrors.
PixelRatio pixel_ratio(GDALDatasetH source, const Georeference& pixels, int width, int height);

/// A view of `source` with averages of whole numbers of its pixels, not more than `ratio` asks for, which becomes that
/// of the view; it reads overviews where there are some, and nothing before it is read itself. Nothing where the
/// ratio is below 2. `source` must outlive it. Needs QuietErrors.
Result<DatasetHandle> shrunk(GDALDatasetH source, PixelRatio& ratio, const std::string& path);

/// A VRT of `source`, which must outlive it, by the options of gdal_translate. Needs QuietErrors.
Result<DatasetHandle> translated(GDALDatasetH source, std::vector<std::string> words, const std::string& path);

/// `source` on `width` x `height` pixels of `pixels`, in memory, mixing its pixels by `ratio`, the same for all parts
/// of a map, so that they meet. `more`: further options of gdalwarp ("-ot", "Float32"); without "-r", bilinear. Error,
/// naming `path`: a CRS that is unknown, bytes missing, `cancelled`. Needs QuietErrors.
Result<DatasetHandle> warp_raster(GDALDatasetH source, const std::string& path, const Georeference& pixels, int width,
                                  int height, PixelRatio ratio, const std::vector<std::string>& more,
                                  const std::stop_token& stop);

}  // namespace chronomap
