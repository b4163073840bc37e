#pragma once

#include <vector>

#include "geo/places/place.hpp"

namespace chronomap {

/// Joins lines that end where another one, and only one, begins or ends into one line, so that they can be simplified
/// across the joint. Points, and the set of what is drawn, stay as they are. Where three lines meet, none is joined.
std::vector<std::vector<LonLat>> join_lines(std::vector<std::vector<LonLat>> lines);

}  // namespace chronomap
