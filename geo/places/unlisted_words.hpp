#pragma once

#include <string_view>

#include "geo/places/gazetteer_impl.hpp"

namespace chronomap::unlisted {

// Words around names that tell that they are names of places; see unlisted_names.cpp. All in small letters.

/// What a place may be: "the village of …", "the … district".
const StringSet& nouns();
/// What only "of" makes a lead to a name: "the vicinity of Sarrin", "north of Karmah".
const StringSet& parts();
/// What stands behind a name of a place in small letters, and may stand behind other names too.
const StringSet& sites();
/// The last word of names of places: "Kodori Gorge", "Deir Ezzor Governorate".
const StringSet& last_words();
/// Those that stand in no name of a person or a firm.
const StringSet& sure_last_words();
/// Articles and adjectives between a preposition and a name.
const StringSet& describing();
/// Verbs whose object is a place or a person.
const StringSet& hitting();
/// "the assault on Taqsis", "the battle for Jaabar"
const StringSet& assaults();
/// Words with a capital that are no names of places.
const StringSet& other_words();
/// Generic words that names of places begin with, of Arabic in the main: "Tal Rifaat" (hill), "Wadi Barada" (valley).
const StringSet& first_words();
/// Prepositions after which hardly anything but a place has a capital and no article.
bool is_locative(std::string_view key);
/// Verbs whose object is hardly anything but a place.
bool takes_place(std::string_view key);
bool is_preposition(std::string_view key);
/// "al" in "al-Quriyah", "Deir el Zor".
bool is_particle(std::string_view key);

}  // namespace chronomap::unlisted
