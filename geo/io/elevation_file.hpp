#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "geo/io/georeference.hpp"
#include "geo/spatial/hillshade.hpp"

namespace chronomap {

/// Heights of any raster that GDAL opens (its first band, in metres), warped to the pixels of a map: `width` x `height`
/// of them from the corner that `pixels` names. Coarse maps read the file's overviews where it has any. Memory is
/// bounded by the pixels asked for, whatever the file's size. NaN outside the file, off the globe and where the file
/// has its "no data" value. Opens the file for itself, so any thread may call.
/// Errors: no raster, no coordinate system, bytes missing, a CRS that is unknown.
Result<ElevationGrid> read_elevation(const std::string& path, const Georeference& pixels, int width, int height);

}  // namespace chronomap
