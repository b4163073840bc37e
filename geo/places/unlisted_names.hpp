#pragma once

#include <vector>

#include "geo/places/mention.hpp"
#include "geo/places/name_scan.hpp"

namespace chronomap {

/// Names that the words around them call places, though no gazetteer has them: "the village of Taqsis", "Wathbah
/// Square", "in Hawija". They become mentions without a place, which say so. `taken` marks the words that are read
/// already; `mentions` are in order. O(words).
void add_unlisted(const ScannedText& text, const Gazetteer::Impl& gazetteer, std::vector<bool>& taken,
                  std::vector<PlaceMention>& mentions);

}  // namespace chronomap
