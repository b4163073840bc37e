#pragma once

#include "render/scene/style.hpp"
#include "render/vector/path.hpp"

namespace chronomap {

/// The outline of an event's symbol, `offset_px` outside (or, below 0, inside) its edge: where the distance function of
/// assets/shaders/symbol.frag has that value. Even-odd.
Path symbol_path(SymbolShape shape, PixelPoint centre, double radius_px, double offset_px);

/// A part of the band along a circle's edge, as shape 10 of the same shader: `from` and `to` in turns clockwise from
/// the top. Two parts are a pixel apart.
Path band_path(PixelPoint centre, double radius_px, double from, double to);

/// A stroke with round ends, as shape 11 of that shader; a dot where it begins and ends at one point.
Path round_stroke_path(PixelPoint from, PixelPoint to, double half_width_px);

}  // namespace chronomap
