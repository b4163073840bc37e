#pragma once

#include <vector>

#include "geo/places/place.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Where on the screen a text `width_px` wide may stand within an area (even-odd `rings`): middles of the text, on a
/// grid over the area's box, nearest to `from` first. Which they are does not depend on how far the view is panned.
std::vector<PixelPoint> room_in_shape(const std::vector<std::vector<LonLat>>& rings, const View& view, PixelPoint from,
                                      double width_px);

}  // namespace chronomap
