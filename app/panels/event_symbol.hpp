#pragma once

#include <imgui.h>

#include "render/scene/style.hpp"

namespace chronomap {

/// A style's colour for ImGui.
ImU32 tint_of(const Colour& colour);

/// The symbol that the map draws for a kind of event, for lists.
void draw_event_symbol(ImDrawList& draw, const KindStyle& look, ImVec2 centre, float radius);

}  // namespace chronomap
