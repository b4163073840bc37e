#pragma once

#include <imgui.h>

#include "render/scene/style.hpp"

namespace chronomap {

/// The symbol that the map draws for a kind of event, for lists.
void draw_event_symbol(ImDrawList& draw, const KindStyle& look, ImVec2 centre, float radius);

}  // namespace chronomap
