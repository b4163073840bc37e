#pragma once

#include <string>
#include <vector>

#include "geo/events/event.hpp"

namespace chronomap {

enum class MarkKind : std::uint8_t { place, date, attribution };

/// A phrase of the article that is underlined.
struct ArticleMark {
    TextRange range;
    MarkKind kind = MarkKind::place;
    const PlaceMention* place = nullptr;  ///< of a place; lives as long as the extraction
    const DateMention* date = nullptr;    ///< of a date
    bool certain = true;                  ///< false: not resolved, or with low confidence
};

/// The places, dates and attributions of an article in text order.
std::vector<ArticleMark> marks_of(const Extraction& extraction);

/// What a mark was read as, for the hint under the mouse: "Ağdam, AZ" or why it could not be placed.
std::string words_of(const ArticleMark& mark);

}  // namespace chronomap
