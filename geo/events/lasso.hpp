#pragma once

#include <vector>

#include "geo/places/place.hpp"

namespace chronomap {

/// True when `at` lies inside the closed line through `lasso` (degrees, three points or more; the last joins the first).
/// Sides are straight in degrees and take the shorter way around the globe, so that an area may cross the antimeridian.
/// Where the line crosses itself, what is enclosed twice is outside (even-odd). A line around a pole encloses the nearer
/// one.
bool lies_in_lasso(const std::vector<LonLat>& lasso, const LonLat& at);

}  // namespace chronomap
