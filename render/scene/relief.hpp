#pragma once

#include "geo/spatial/hillshade.hpp"
#include "render/scene/style.hpp"
#include "render/snapshot/image.hpp"

namespace chronomap {

/// Light and shadow as colours to be laid over the ground: level ground is clear; shade goes towards the shadow's
/// colour, light towards white. `opacity` of the deepest shadow.
Image shade_image(const ShadeGrid& shades, double opacity);

}  // namespace chronomap
