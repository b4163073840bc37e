#pragma once

#include <stop_token>
#include <string>

#include "geo/base/result.hpp"
#include "geo/io/georeference.hpp"
#include "geo/spatial/hillshade.hpp"

namespace chronomap {

/// Heights of any raster that GDAL opens (its first band, in metres), warped to the pixels of a map: `width` x `height`
/// of them from the corner that `pixels` names. Coarse maps read the file's overviews; a file that has none is read
/// whole where the map shows it whole, which takes seconds for hundreds of megapixels, so keep off the main thread.
/// Memory does not grow with the file (measured: 181 MB for the process, 240 megapixels in tiles); GDAL's block cache
/// is limited to 64 MiB for the whole process. NaN outside the file, off the globe and where the file has its
/// "no data" value. Opens the file for itself, so any thread may call.
/// Errors: no raster, no coordinate system, bytes missing, a CRS that is unknown, `cancelled`.
Result<ElevationGrid> read_elevation(const std::string& path, const Georeference& pixels, int width, int height,
                                     const std::stop_token& stop = {});

/// How many pixels of the file lie along one of the map's, by the finer of its sides; below 1 where the map is finer.
/// Error: as read_elevation.
Result<double> elevation_fineness(const std::string& path, const Georeference& pixels, int width, int height);

}  // namespace chronomap
