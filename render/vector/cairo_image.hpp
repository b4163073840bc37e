#pragma once

#include "render/mesh/label_placement.hpp"
#include "render/snapshot/image.hpp"

using cairo_t = struct _cairo;

namespace chronomap {

/// Pixels stretched over `box`, smoothed; `opacity` in (0, 1] is on top of the image's own.
void draw_image_on(cairo_t* cairo, const Image& image, const PixelBox& box, double opacity);

}  // namespace chronomap
