#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "geo/places/name_scan.hpp"

namespace chronomap {

/// A sure place of the article.
struct ContextAnchor {
    LonLat at;
    GlobePoint point;   ///< `at`
    double weight = 0;  ///< how often it is named, as a share of the one most often named
};

/// What the article as a whole tells about where it plays.
struct ArticleContext {
    std::unordered_map<std::string, double> country_share;   ///< ISO code -> share of the sure mentions, [0, 1]
    std::unordered_map<std::string, double> province_share;  ///< "US.TX": of the places in provinces
    std::vector<ContextAnchor> anchors;                      ///< the most often named first; at most 40
    std::optional<GlobePoint> dateline;
    PlacePtr home;  ///< of the publisher; null where it is not known
};

/// Sets part_of_name and evidence of each span from the words around it: titles, given names, prepositions, nouns of
/// place, "Paris, Texas". Evidence of 1 and more makes a place.
void judge_spans(const ScannedText& text, const Gazetteer::Impl& gazetteer, const Article& article,
                 std::vector<NameSpan>& spans);

/// How widely known the most important candidate is, 0 (a hamlet) to 3 (a country, a capital).
double strength_of(const NamedPlace& candidate);

/// Extent of the box of an area in square degrees of latitude; 0 without a box.
double province_size(const Place& place);

bool is_country_place(const Place& place);

}  // namespace chronomap
