#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// While a box or an area is to be drawn on the map: follows the mouse, draws what is drawn so far and says what to do.
/// Says that a command waits for a click on the map (AppState::map_pick), and for which; nothing when none does.
void draw_map_pick(Ui& ui, const PixelRect& map);
/// Gives a click at a pixel of the map to the command that waits for it. False when none does.
bool give_click(Ui& ui, double x, double y);

/// To be called after the map's surface, an item that takes the mouse. False when no tool is in hand.
bool handle_map_tool(Ui& ui, const PixelRect& map);

/// The outline of the box and the area that events are filtered by.
void draw_place_filter(Ui& ui, const PixelRect& map);

}  // namespace chronomap
