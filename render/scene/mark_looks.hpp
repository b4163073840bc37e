#pragma once

#include <vector>

#include "render/scene/event_marks.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

/// The colours of an event's symbol, and the width in device pixels of the ring around a marked one (0: none).
struct SymbolLook {
    SymbolShape shape = SymbolShape::circle;
    Colour fill, outline;
    float ring_px = 0;
};
SymbolLook symbol_look(const EventMark& mark, const Style& style, double pixel_ratio);

/// Which of two colours of ink can be read better on `ground`.
Colour readable_on(const Colour& ground, const Colour& a, const Colour& b);

/// A part of the band along the edge of a symbol for several kinds, clockwise from the top, in turns.
struct ShareArc {
    Colour colour;
    float from = 0, to = 1;
};
/// True for a symbol that is drawn as a band of shares around its number: for several kinds, and for one whose shape is
/// a ring itself.
bool has_shares(const EventMark& mark, const Style& style);
/// One for each kind, in the order and the proportion of EventMark::kinds; none without has_shares. A share that
/// would be too small to be seen is widened at the others' cost.
std::vector<ShareArc> share_arcs(const EventMark& mark, const Style& style);

}  // namespace chronomap
