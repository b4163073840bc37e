#include "app/state/editing.hpp"

namespace chronomap {

void edits_changed(AppState& state) {
    state.store.set_corrections(state.history.current().corrections);
    events_changed(state);
}

bool undo(AppState& state) {
    if (!state.history.undo()) return false;
    edits_changed(state);
    return true;
}

bool redo(AppState& state) {
    if (!state.history.redo()) return false;
    edits_changed(state);
    return true;
}

std::vector<OwnStop> stops_to_edit(const AppState& state) {
    if (const auto& own = state.history.current().stops) return *own;
    std::vector<OwnStop> stops;
    for (const TimelineStop& found : state.stops) stops.push_back({found.span, {}, {}});
    return stops;
}

}  // namespace chronomap
