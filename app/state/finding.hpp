#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/state/app_state.hpp"

namespace chronomap {

/// Looks only at the events that pass, in map, list, timeline and exports.
void set_filter(AppState& state, EventFilter filter);

/// The part of the world that the map shows, in degrees; nothing where it shows none or too much of it.
std::optional<GeoBox> box_in_view(const AppState& state);
/// The same of a part of the map, in its pixels.
std::optional<GeoBox> box_on_screen(const View& view, const PixelBox& part);

/// All that is searched: may be read by any thread.
struct SearchSources {
    EventSetPtr events;
    EditsPtr edits;
    std::shared_ptr<const Gazetteer> gazetteer;
    NamingPolicy naming = NamingPolicy::source;
};
SearchSources search_sources(const AppState& state);

/// Of events, notes, stops, steps, places and text, so many each at most are told.
inline constexpr std::size_t most_found = 8;

/// What the words are found in: events by their sentence, place or speaker; what the user wrote: notes to events, names
/// and notes of stops, the story; places of the open articles and of the
/// gazetteer by any of their names, in any script; the articles' text. `most` of each, in the order in which they are
/// told. Nothing for fewer than two letters.
/// Ends early, with what was found until then, when `stop` is asked for.
std::vector<Found> find_everywhere(const SearchSources& sources, std::string_view words, std::size_t most,
                                   const std::stop_token& stop = {});

/// Keeps words in the state and searches at once where that takes no time worth mentioning; else AppState::search_due
/// asks for it (SearchJob), and what was found before stays until then. No words end the search.
void search(AppState& state, std::string words);

}  // namespace chronomap
