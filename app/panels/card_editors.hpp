#pragma once

#include "app/panels/card_memory.hpp"
#include "app/panels/ui.hpp"

namespace chronomap {

// What opens on the source card below the line that is to be changed. Each closes itself when it is done.

/// Candidates with their scores, the gazetteer, or a click on the map.
void draw_place_editor(Ui& ui, const Event& event, const Extraction* article);
void draw_date_editor(Ui& ui, const Event& event);
void draw_said_by_editor(Ui& ui, const Event& event);
/// The events that may be the same one, to choose from.
void draw_merge_editor(Ui& ui, const Event& event);
/// The field for the user's note; always there.
void draw_note(Ui& ui, const Event& event);

/// The events that may tell the same, most likely first: those at the same place whose dates meet, then at the same
/// place, then of the same date. `most` of them.
std::vector<EventIndex> likely_same(const EventSet& events, const Event& event, std::size_t most);

}  // namespace chronomap
