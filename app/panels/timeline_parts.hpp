#pragma once

#include "app/panels/ui.hpp"
#include "app/timeline/timeline_layout.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

// The parts of the timeline's panel; each asks for what the user wants by commands.

/// The colour of a group's bars: of its kind on the map, or of the source.
Colour colour_of_group(const Ui& ui, const BarGroup& group);
/// A square of the group's colour and words beside it.
void draw_group_row(const Ui& ui, const BarGroup& group, const std::string& words);

/// What a drag or a click on a date snaps to: the step that is chosen, else the unit that suits the part of the story
/// that is shown.
CalendarUnit unit_to_snap(const AppState& state);

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
