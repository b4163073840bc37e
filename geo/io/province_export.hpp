#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// Writes the countries and provinces of world_map.gpkg, with the corrections applied, as the JSON that the world
/// gazetteer is built from (it may not read GDAL's formats itself):
///   {"countries": [{"iso_a2", "iso_a3", "name", "lon", "lat", "west", "south", "east", "north"}…],
///    "provinces": [{"country", "fips", "name", "gn_name", "woe_name", "lon", …}…]}
/// The point lies inside the largest part; west > east when the box crosses the antimeridian. Absent values are "".
Result<void> export_provinces(const std::string& world_map, const std::string& corrections, const std::string& output);

}  // namespace chronomap
