#pragma once

#include <vector>

#include "geo/places/name_evidence.hpp"

namespace chronomap {

/// Chooses one candidate for every span that is a place. Two passes: the sure ones tell the countries and the
/// surroundings of the article, and those decide the rest. One name means one place throughout an article, unless a
/// container says otherwise ("Paris, Texas"). O(spans).
/// `home` is the publisher's, null where it is not known.
void resolve_spans(const ScannedText& text, std::vector<NameSpan>& spans, const PlacePtr& home = nullptr);

/// What the resolved spans say of where the article plays.
ArticleContext context_of(const ScannedText& text, const std::vector<NameSpan>& spans, const PlacePtr& home = nullptr);

}  // namespace chronomap
