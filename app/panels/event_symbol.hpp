#pragma once

#include <imgui.h>

#include "geo/events/event.hpp"

namespace chronomap {

/// The symbol that the map draws for a kind of event, for lists and legends.
void draw_event_symbol(ImDrawList& draw, EventKind kind, ImVec2 centre, float radius);

}  // namespace chronomap
