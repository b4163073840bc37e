#pragma once

#include <vector>

#include "geo/places/mention.hpp"
#include "geo/places/name_scan.hpp"

namespace chronomap {

/// Gives names of the gazetteer the particle or the generic word that they begin with. "Al-Salamiyah" is the place that
/// is listed without its article; of "Tal Rifaat" the gazetteer may know but a Rifaat elsewhere: the whole becomes a
/// name that is in no gazetteer. `mentions` are in order; what is added comes behind them. O(mentions * log words).
void join_name_beginnings(const ScannedText& text, std::vector<bool>& taken, std::vector<PlaceMention>& mentions);

}  // namespace chronomap
