#pragma once

#include "geo/spatial/hillshade.hpp"
#include "render/scene/style.hpp"
#include "render/snapshot/image.hpp"

namespace chronomap {

/// The colour of each height of the land, opaque; clear where nothing is known.
Image tint_image(const ElevationGrid& heights, const Style& style);
/// The colour of each depth below 0, for the water only: clear at the surface, and where nothing is known.
Image depth_image(const ElevationGrid& heights, const Style& style);
/// `above` laid over `below`; both of one size.
Image laid_over(const Image& above, Image below);

/// Light and shadow as colours to be laid over the ground: level ground is clear; shade goes towards the style's colour
/// of shadows, light towards white, both by its opacity of the relief.
Image shade_image(const ShadeGrid& shades, const Style& style);

}  // namespace chronomap
