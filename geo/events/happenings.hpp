#pragma once

#include <vector>

#include "geo/events/sentence_reading.hpp"

namespace chronomap {

/// What one verb of a sentence says happened, and where: "In Sharqat gunmen shot …" is `shot`, at Sharqat.
struct Happening {
    TextRange trigger;
    EventKind kind = EventKind::other;
    Modality modality = Modality::fact;
    std::vector<const PlaceMention*> places;  ///< one, or several that "and" joins; may be unlisted ones
    bool loose = false;  ///< no word ties the verb to the place, which is the only one: "the Mombasa shootout"
};

/// Every verb of the sentence that has a place. A verb takes the nearest place that a preposition, a noun of place or
/// the verb itself makes a location; of "in the village of A in B province" only the finer one. O(words * places).
std::vector<Happening> happenings_of(const SentenceReading& sentence);

/// Whether the sentence says that the word at `trigger` happened.
Modality modality_at(const SentenceReading& sentence, const TextRange& trigger);

}  // namespace chronomap
