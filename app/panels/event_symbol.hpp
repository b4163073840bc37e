#pragma once

#include <imgui.h>

#include "geo/events/user_mark.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

/// A style's colour for ImGui.
ImU32 tint_of(const Colour& colour);

/// The symbol that the map draws for a kind of event, for lists.
void draw_event_symbol(ImDrawList& draw, const KindStyle& look, ImVec2 centre, float radius);

/// What the map draws beside an event for the user's verdict: a tick, a question mark, a cross. Nothing for none.
void draw_verdict_mark(ImDrawList& draw, Verdict verdict, ImVec2 centre, float radius, ImU32 tint);

}  // namespace chronomap
