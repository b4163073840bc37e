#pragma once

#include <span>
#include <vector>

#include "geo/places/place.hpp"

namespace chronomap {

/// For each point of a line or a closed ring (first == last), the Douglas-Peucker tolerance in degrees above which it
/// is left out. The ends of a line have infinity, so that lines that met still meet; a ring keeps its first point.
/// Never larger than the value of the points that it was split by: the levels are nested.
/// Douglas, Peucker (1973), "Algorithms for the reduction of the number of points required to represent a line".
std::vector<float> point_tolerances(std::span<const LonLat> line);

}  // namespace chronomap
