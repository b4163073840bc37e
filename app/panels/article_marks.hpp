#pragma once

#include <string>
#include <vector>

#include "geo/events/event.hpp"

namespace chronomap {

/// What an underlined phrase of an article is. Each kind has a line of its own, so that none is told by colour alone.
enum class MarkKind : std::uint8_t {
    place,          ///< led to a place
    unplaced,       ///< seems to name a place, but none was chosen
    date,           ///< a date named as such
    relative_date,  ///< told from another date: "two days later", "that spring"
    named_period,   ///< "the First World War"
    undated,        ///< tells a time without a place on the calendar
    trigger,        ///< the word that tells what happened
    attribution     ///< who says so
};
inline constexpr std::size_t mark_kind_count = 8;

/// A phrase of the article that is underlined.
struct ArticleMark {
    TextRange range;
    MarkKind kind = MarkKind::place;
    const PlaceMention* place = nullptr;  ///< of a place; lives as long as the extraction
    const DateMention* date = nullptr;    ///< of a date
    const Event* event = nullptr;         ///< of a trigger or an attribution
    bool certain = true;                  ///< false: with low confidence
};

/// The mentions, triggers and attributions of an article in text order; a phrase that is several of these is the first
/// of them. Demonyms and names inside other names are no mentions of places.
std::vector<ArticleMark> marks_of(const Extraction& extraction);

/// For the legend: "place", "place, not resolved", "date", …
std::string words_of(MarkKind kind);

}  // namespace chronomap
