#pragma once

#include <cstddef>
#include <vector>

#include "geo/events/sentence_reading.hpp"

namespace chronomap {

/// One named place of a sentence and how the words around it tie it to what happened. Word numbers.
struct PlaceTie {
    const PlaceMention* mention = nullptr;
    std::size_t first = 0, end = 0;
    std::ptrdiff_t lead = -1;  ///< the word that ties it, or -1
    double weight = 0;         ///< how surely the words make it a location; below 1: they do not
    bool container = false;    ///< a finer place stands beside it: "… in Homs province"
    bool held = false;         ///< the place before it holds it: "the West Bank city of Hebron"
    bool may_locate = false;   ///< where no other place is tied: "the Mombasa shootout"
};

struct PlaceTies {
    std::vector<PlaceTie> places;
    std::vector<std::ptrdiff_t> name_at;  ///< of each word of the sentence: the place that it belongs to, or -1
};

/// The ties of all named places of the sentence, in order. O(words + places).
PlaceTies place_ties_of(const SentenceReading& sentence);

}  // namespace chronomap
