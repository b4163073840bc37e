#pragma once

#include <map>
#include <string>

#include "geo/gdal/gdal_handles.hpp"

namespace chronomap {

/// Adds the tables that make a GeoPackage a project: its documents and the version of its arrangement. False: GDAL's
/// last error tells why.
bool add_project_tables(GDALDatasetH dataset, const std::map<std::string, std::string>& documents);

}  // namespace chronomap
