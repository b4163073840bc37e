#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "geo/gdal/gdal_handles.hpp"

namespace chronomap {

/// Opens a file of vectors with GDAL; for the sources of geo/gdal only. Files whose name tells their format need that
/// one driver: registering all two hundred takes longer than reading a small file. Error: GDAL's last message, or
/// empty when it has none.
Result<DatasetHandle> open_vector_file(const std::string& path);

}  // namespace chronomap
