#pragma once

#include <memory>
#include <string>

#include "geo/io/extraction_writer.hpp"

namespace chronomap {

/// A GeoPackage with the layers `events` (with date fields `begin` and `end` for QGIS's Temporal Controller),
/// `mentions` and `places`, and the tables `articles` and `residue`, in EPSG:4326; a project (geo/io/project_file.hpp)
/// when `path` is named like one. `end` is the last day that belongs to the span (inclusive, as
/// QGIS wants it); open ends are null.
Result<std::unique_ptr<ExtractionWriter>> create_geopackage_writer(const std::string& path);

}  // namespace chronomap
