#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/state/app_state.hpp"

namespace chronomap {

/// Looks only at the events that pass, in map, list, timeline and exports.
void set_filter(AppState& state, EventFilter filter);

/// The part of the world that the map shows, in degrees; nothing where it shows none or too much of it.
std::optional<GeoBox> box_in_view(const AppState& state);

/// What the words are found in: events by their sentence, place or speaker; places of the open articles and of the
/// gazetteer by any of their names, in any script; the articles' text. `most` of each, in the order in which they are
/// told. Nothing for fewer than two letters.
std::vector<Found> find_everywhere(const AppState& state, std::string_view words, std::size_t most);

/// Searches, and keeps words and results in the state; no words end the search.
void search(AppState& state, std::string words);

}  // namespace chronomap
