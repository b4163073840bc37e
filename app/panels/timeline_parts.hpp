#pragma once

#include "app/panels/ui.hpp"
#include "app/timeline/timeline_layout.hpp"

namespace chronomap {

// The parts of the timeline's panel; each asks for what the user wants by commands.

/// The row of buttons, the date field and the counts. `width` in pixels.
void draw_timeline_controls(Ui& ui, float width);
/// The button "Stops" and the list that it opens.
void draw_stop_list(Ui& ui);
/// What stands in that list.
void draw_stop_items(Ui& ui);
/// Bars, lanes, axis, stops and the handle.
void draw_timeline_chart(Ui& ui, const TimelineLayout& layout, const TimelineHit& hovered);
/// What lies under the mouse, in words.
void draw_timeline_hint(Ui& ui, const TimelineLayout& layout, const TimelineHit& hovered);
/// The menu that the right button opens.
void draw_timeline_menu(Ui& ui);

}  // namespace chronomap
