#pragma once

#include "app/state/app_state.hpp"

namespace chronomap {

/// What a click on the symbol that stands for an event does: a symbol of several places is zoomed in to, so that it
/// splits; one that would not split is fanned out, or folded again; an event by itself is selected. Error: the event is
/// not on the map now.
Result<void> open_mark(AppState& state, EventIndex event);

/// Fans out the symbol that stands for an event, until clear_selection or fold. Error: it stands for that event alone.
Result<void> fan_out_mark(AppState& state, EventIndex event);

void fold_marks(AppState& state);

}  // namespace chronomap
