#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "geo/gdal/gdal_handles.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// Where a raster lies, in degrees; for the sources of geo/gdal only. One without a system whose coordinates can be
/// degrees is taken to have them, as vector layers are. Error: it does not say where, or in which system.
Result<GeoBox> box_of_raster(GDALDatasetH dataset, const std::string& path);

/// A VRT of `dataset`, which must outlive it, that says WGS 84 degrees; nothing where the dataset has a system of its
/// own. Needs QuietErrors.
Result<DatasetHandle> in_degrees_if_unsaid(GDALDatasetH dataset, const std::string& path);

}  // namespace chronomap
