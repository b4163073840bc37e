#pragma once

#include <string>
#include <utility>

#include "app/state/app_state.hpp"

namespace chronomap {

/// To be called after `state.history` moved: brings what follows from the edits up to date.
void edits_changed(AppState& state);

/// One undoable step: `change` is given a copy of the edits to change. `what` says what was done: "name a stop".
template <class Change>
void edit(AppState& state, std::string what, const Change& change) {
    Edits next = state.history.current();
    change(next);
    state.history.record(std::move(what), std::move(next));
    edits_changed(state);
}

/// False when there is nothing to undo or redo.
bool undo(AppState& state);
bool redo(AppState& state);

/// The edits' own stops; where there are none, those found from the data, to begin from.
std::vector<OwnStop> stops_to_edit(const AppState& state);

}  // namespace chronomap
