#pragma once

#include "geo/places/name_evidence.hpp"

namespace chronomap {

/// How well known a place is under that name, before the article is looked at: about 0.5 for a village, 3.4 for a
/// capital, 4.2 for a country.
double importance_of(const NamedPlace& candidate);

/// Is the place of the kind that the list is of which the span is part?
bool fits_list(const NameSpan& span, const Place& place);

/// Score of a candidate in its article, and the rule that weighed most.
struct CandidateScore {
    double score = 0;
    const char* rule = "importance";
};
CandidateScore score_candidate(const NameSpan& span, const NamedPlace& candidate, const ArticleContext& context);

}  // namespace chronomap
