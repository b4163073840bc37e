#pragma once

#include "render/scene/event_marks.hpp"

namespace chronomap {

/// Most events of one fan; the rest stays with the hub, as its number.
inline constexpr std::size_t most_fanned = 60;

/// Free space around a fan that belongs to it, in nominal pixels.
inline constexpr double fan_margin = 6;

/// Spreads the events of the symbol that has `picked.fanned` on rings around its place, in order of time and clockwise
/// from the top, each with a leader to its own place. The symbol becomes the fan's hub, and symbols under the fan are
/// dimmed. Nothing happens when no symbol has that event, or has no other.
void fan_out(EventMarks& marks, const EventSet& events, const PlacedEvents& placed, const View& view,
             const Style& style, const PickedEvents& picked);

}  // namespace chronomap
