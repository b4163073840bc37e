#pragma once

#include "render/scene/view.hpp"

namespace chronomap {

/// A view on the way from one to another of the same projection and size; `share` in [0, 1]. It zooms out as far as
/// the way is long, so that one sees where it goes: van Wijk and Nuij, "Smooth and efficient zooming and panning"
/// (2003), with rho = sqrt 2.
View view_between(const View& from, const View& to, double share);

/// How long the eye likes to take for that way, in seconds: 1 for each unit of the path's length in the same paper.
/// 0 between views of different projections.
double flight_seconds(const View& from, const View& to);

/// Slow at both ends: a share of the time becomes a share of the way. Ken Perlin's smootherstep.
double eased(double share);

}  // namespace chronomap
