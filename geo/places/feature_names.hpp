#pragma once

#include <cstdint>
#include <string_view>

#include "geo/places/name_scan.hpp"

namespace chronomap {

/// What the words around a name make of it: a river, a park or a bridge that bears the name of a place.
struct FeatureWords {
    std::uint32_t before = 0;  ///< words before the name that belong to it: "Lake Nokomis"
    std::uint32_t after = 0;   ///< words after it: "Golden Gate Bridge", "Brown County State Park"
    bool street = false;       ///< "Baker Street": hardly ever where the place of that name is
};

/// Looks for a noun of a feature, written as a part of the name. O(1).
FeatureWords feature_words(const ScannedText& text, const NameSpan& span);

/// Where the name is only a kind of place, with words before it that tell which ("Serengeti [National Park]"; there are
/// towns of that name): how many those are, at most 3. Else 0.
std::uint32_t words_before_kind(const ScannedText& text, const NameSpan& span);

/// "[North] London", "[Upper] Richmond Road": which part of a place is meant.
bool tells_a_part(std::string_view key);

}  // namespace chronomap
