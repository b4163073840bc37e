#pragma once

#include <string>
#include <vector>

#include "geo/base/shared_list.hpp"
#include "geo/places/place.hpp"
#include "geo/text/text_range.hpp"

namespace chronomap {

enum class PlaceMentionKind : std::uint8_t {
    toponym,      ///< a name
    dateline,     ///< a name in the dateline
    fuzzy,        ///< a misspelling of a name
    anaphor,      ///< "the city": inferred from what was named before
    demonym,      ///< "Azerbaijani": leads to a country, is never a point; not exported as a place mention
    unlisted,     ///< a name that its words call a place, but no gazetteer has: `place` is null
    part_of_name  ///< inside the name of a war, an organisation or a person: not a place; not exported
};

/// A place that a mention may mean, with its score in [0, 1] and the rule that gave it.
struct PlaceCandidate {
    PlacePtr place;
    double score = 0;
    std::string rule;
};

/// A phrase of the article that names a place, or seems to.
struct PlaceMention {
    TextRange range;
    PlaceMentionKind kind = PlaceMentionKind::toponym;
    SharedList<PlaceCandidate> candidates;  ///< best first
    PlacePtr place;                         ///< the chosen one; null when unresolved
    std::string reason;                     ///< why none was chosen, or "inferred from …" for an anaphor
    double confidence = 0;                  ///< [0, 1]
};

}  // namespace chronomap
