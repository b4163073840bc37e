#pragma once

#include "app/state/app_state.hpp"

namespace chronomap {

/// Selects an event everywhere: its article is shown at its sentence, the slider shows its date, the map flies to it.
void select_event(AppState& state, EventIndex index);

/// The same for the event of an id, which may be one that was rejected. False when there is none.
bool select_id(AppState& state, std::string_view event_id);

/// Nothing is selected or fanned out.
void clear_selection(AppState& state);

/// Shows an article and marks the sentence (of an event or of the residue) that holds byte `position`.
/// False when no such article is open.
bool show_sentence(AppState& state, std::string_view article_id, std::uint32_t position);

/// Selects the event after or before the selected one in time; without one, the first or last that is shown.
/// False when there are no events.
bool select_neighbour(AppState& state, int direction);

/// The events whose sentence holds byte `position` of the article's text, those nearest to it by place or date first.
std::vector<EventIndex> events_at(const AppState& state, std::string_view article_id, std::uint32_t position);

}  // namespace chronomap
