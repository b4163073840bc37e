#pragma once

#include <string_view>
#include <unordered_set>

namespace chronomap {

// English words that tell which place of a sentence a verb has; see happenings.cpp. All in small letters.

using WordSet = std::unordered_set<std::string_view>;

/// Prepositions behind which it happened.
const WordSet& locatives();
/// Prepositions that may lead to where it happened.
const WordSet& weak_prepositions();
/// Nouns that may stand before "of" and a place, or after it.
const WordSet& place_nouns();
/// Nouns that what stands before them holds: "the West Bank city of Hebron", "Yemen's capital Sanaa"; but "the Shaab
/// district of Baghdad" is the other way about.
const WordSet& settlements();
/// "northern", "south-east": between a preposition and a place.
const WordSet& directions();
/// Other words that may stand there.
const WordSet& describing();
/// Verbs whose object is where it happened.
bool takes_place(std::string_view verb);
/// Words that end in -ed or -ing and are no verbs.
bool is_no_verb(std::string_view word);
/// Verbs that only tell how sure the next one is: "denied that", "plans to".
bool is_no_deed(std::string_view word);
/// "'s"
bool is_possessive(std::string_view word);
/// What a verb does not reach over.
bool ends_clause(std::string_view word);

}  // namespace chronomap
