#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// Cuts the areas and lines that a data file names (assets/boundaries/*.json, which says what its keys mean) from the
/// disputed lines of world_map.gpkg and writes them as a GeoJSON layer with name, status, begin, end and source. Lines
/// that close around ground are polygonized. Error: a boundary without lines, dates or source; lines that do not close.
Result<void> export_boundaries(const std::string& world_map, const std::string& boundaries, const std::string& output);

}  // namespace chronomap
