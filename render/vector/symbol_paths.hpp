#pragma once

#include "render/scene/style.hpp"
#include "render/vector/path.hpp"

namespace chronomap {

/// The outline of an event's symbol, `offset_px` outside (or, below 0, inside) its edge: where the distance function of
/// assets/shaders/symbol.frag has that value. Even-odd.
Path symbol_path(SymbolShape shape, PixelPoint centre, double radius_px, double offset_px);

}  // namespace chronomap
