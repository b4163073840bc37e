#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// Writes the named rivers of Natural Earth's ne_10m_rivers_lake_centerlines.shp in `folder` as the JSON that the world
/// gazetteer is built from: [{"name", "name_alt", "rank", "lon", "lat", "west", "south", "east", "north"}…]. All
/// stretches of a river are one; its point is its mouth, as in GeoNames. rank is Natural Earth's: 1 for the largest.
Result<void> export_rivers(const std::string& folder, const std::string& output);

}  // namespace chronomap
