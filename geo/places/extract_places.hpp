#pragma once

#include <vector>

#include "geo/places/gazetteer.hpp"
#include "geo/places/mention.hpp"
#include "geo/places/name_endings.hpp"
#include "geo/text/article.hpp"

namespace chronomap {

/// Finds and resolves the places that `article` names, in text order, not overlapping (but for part_of_name).
/// `endings` are those of the article's language. Pure; never fails: what cannot be resolved comes back with place ==
/// null and a reason.
std::vector<PlaceMention> extract_places(const Article& article, const TokenisedText& tokens,
                                         const Gazetteer& gazetteer, const NameEndings& endings = {});

}  // namespace chronomap
