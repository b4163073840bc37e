#pragma once

#include <vector>

#include "geo/places/place.hpp"

namespace chronomap {

/// The smallest box around `parts`; where a box across the antimeridian is the narrower one it is chosen, and then has
/// west > east. An empty input gives the default box.
GeoBox box_of(const std::vector<std::vector<LonLat>>& parts);

/// True when `point` lies in the area of `rings` (even-odd).
bool is_inside(const std::vector<std::vector<LonLat>>& rings, const LonLat& point);

/// A point well inside the area of `rings` (even-odd): the centroid of the largest ring where that lies inside, else
/// the middle of the widest stretch at the centroid's latitude. An empty input gives the default value.
LonLat point_inside(const std::vector<std::vector<LonLat>>& rings);

}  // namespace chronomap
