#pragma once

#include <vector>

#include "geo/events/event.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

/// Where the small symbols stand that fill an event's area, in device pixels: staggered rows `spacing_px` apart, all
/// that reach into `box`. They keep to the ground while the map is panned, and each kind has rows of its own, so that
/// areas that overlap can both be read.
std::vector<PixelPoint> area_pattern(const View& view, EventKind kind, double spacing_px, const PixelBox& box);

}  // namespace chronomap
