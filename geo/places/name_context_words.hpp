#pragma once

#include <string_view>

#include "geo/places/name_layer.hpp"

namespace chronomap::around_names {

// Words around a name that tell what it is a name of. All in small letters.

/// Before a person's name.
const StringSet& titles();
/// After a name: the whole names an event, a paper, a firm or a club, not a place.
const StringSet& heads_of_other_names();
/// "Battle of Shusha", "Treaty of Gulistan".
const StringSet& heads_before_of();
/// Nouns that a place may have after its name.
const StringSet& place_nouns();
/// "in Basra Wednesday": a word of time is no part of a name before it.
bool is_time_word(std::string_view key);
/// After the name of a province, or of what is like one.
bool is_province_noun(std::string_view key);
/// The same for several: "the states of A and B".
bool is_province_noun_plural(std::string_view key);
/// Before a place where something is or happens, or that somebody goes to or takes.
bool is_locative(std::string_view key);
/// "the city of …", "south of …", "30 km of …"
bool is_of_phrase_head(std::string_view key);
/// Whom and what a province has: "New York Governor", "Queensland Premier".
bool governs(std::string_view key);

}  // namespace chronomap::around_names
