#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// While a box or an area is to be drawn on the map: follows the mouse, draws what is drawn so far and says what to do.
/// To be called after the map's surface, an item that takes the mouse. False when no tool is in hand.
bool handle_map_tool(Ui& ui, const PixelRect& map);

/// The outline of the box and the area that events are filtered by.
void draw_place_filter(Ui& ui, const PixelRect& map);

}  // namespace chronomap
