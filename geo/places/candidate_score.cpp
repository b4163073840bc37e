#include "geo/places/candidate_score.hpp"

#include <algorithm>
#include <cmath>

#include "geo/places/descriptions.hpp"

namespace chronomap {
namespace {

bool is_area(const Place& place) {
    return place.box && place.box->west <= place.box->east;
}

/// The point of the area's box that is nearest in degrees.
LonLat nearest_in(const GeoBox& box, LonLat point) {
    return {std::clamp(point.lon, box.west, box.east), std::clamp(point.lat, box.south, box.north)};
}

/// Kilometres to a point; 0 for a point inside the box of an area.
double distance_to(const Place& place, LonLat point) {
    return distance_km(is_area(place) ? nearest_in(*place.box, point) : place.location, point);
}

/// What is further than this is not near at all.
constexpr double far_km = 2500;
const double far_cosine = std::cos(far_km / 6371.0);

/// How near the place is to what the article tells of: [0, 1] for the nearest of these, and more for several close by.
double nearness_of(const Place& place, const GlobePoint& here, const ArticleContext& context) {
    constexpr double km_per_degree_of_latitude = 111.2, reach_km = 250;
    const bool area = is_area(place);
    double nearest = 0, close = 0;
    for (const ContextAnchor& anchor : context.anchors) {
        double km = 0;
        if (area) {
            const LonLat edge = nearest_in(*place.box, anchor.at);
            if (std::abs(edge.lat - anchor.at.lat) * km_per_degree_of_latitude > far_km) continue;
            if (!(edge == anchor.at)) km = distance_km(globe_point(edge), anchor.point);
        } else {
            if (!may_be_within(here, anchor.point, far_cosine)) continue;
            km = distance_km(here, anchor.point);
        }
        const double near = std::exp(-km / reach_km) * (0.6 + 0.4 * anchor.weight);
        nearest = std::max(nearest, near);
        close += near * near * std::sqrt(near);  // as exp(-km / 100), but for the weight
    }
    // Several places close by tell more than the nearest; those inside a province are near it anyway.
    if (place.feature_code == "ADM1") return nearest;
    return nearest + 0.6 * std::clamp(close - nearest, 0.0, 2.0);
}

/// Is it a large or a capital city, the most important place of its name?
bool is_best_known(const NameSpan& span, const NamedPlace& candidate) {
    constexpr std::int64_t large = 500000;
    const Place& place = *candidate.place;
    if (place.feature_code != "PPLC" && place.population < large) return false;
    const double own = importance_of(candidate);
    return std::all_of(span.candidates.begin(), span.candidates.end(), [&](const NamedPlace& other) {
        return other.place->feature != FeatureClass::populated || importance_of(other) <= own;
    });
}

bool is_small_town(const Place& place) {
    constexpr std::int64_t small = 100000;
    return place.feature == FeatureClass::populated && place.population < small && place.feature_code != "PPLC";
}

/// Does a country, an ocean or a state of the US bear the name? Then a small town of it is hardly meant by it alone.
bool has_great_namesake(const NameSpan& span) {
    return std::any_of(span.candidates.begin(), span.candidates.end(), [](const NamedPlace& c) {
        return c.primary && (is_country_place(*c.place) || c.place->feature_code == "OCN" ||
                             (c.place->feature_code == "ADM1" && c.place->id.starts_with("geonames:")));
    });
}

/// A local paper writes of its own town without saying where that is.
double home_bonus(const Place& place, const Place& home) {
    constexpr double reach_km = 200;
    if (is_country_place(place)) return 0;
    const double same_country = place.country == home.country ? 0.6 : 0;
    return same_country + 2.6 * std::exp(-distance_to(place, home.location) / reach_km);
}

/// Is there a town of the same name in the province?
bool has_town_inside(const NameSpan& span, const Place& province) {
    return std::any_of(span.candidates.begin(), span.candidates.end(), [&](const NamedPlace& c) {
        return c.place->feature == FeatureClass::populated && c.place->population >= 15000 &&
               c.place->country == province.country && distance_to(province, c.place->location) < 1;
    });
}

}  // namespace

double importance_of(const NamedPlace& candidate) {
    const Place& place = *candidate.place;
    double score = 0;
    if (is_country_place(place))
        score = 4.2;
    else if (place.feature_code == "CONT" || place.feature_code == "OCN")
        score = 4.0;
    else if (place.feature_code == "PPLC")
        score = 3.4;
    else if (place.feature_code == "PCLH")
        score = 2.4;
    else if (place.feature_code == "ADM1" && place.id.starts_with("geonames:"))
        score = 2.9;
    else if (place.feature_code == "ADM1" && candidate.layer == GazetteerLayer::world)
        score = province_size(place) >= 5 ? 2.5 : province_size(place) >= 1 ? 2.0 : 1.5;
    else if (place.feature != FeatureClass::populated)
        score = candidate.layer == GazetteerLayer::world ? 1.6 : 2.2;
    else
        score = 0.45 * std::log10(static_cast<double>(std::max<std::int64_t>(place.population, 10)));
    if (!candidate.primary && candidate.layer == GazetteerLayer::world) score -= 0.7;
    if (candidate.layer == GazetteerLayer::user) score += 1.5;
    if (candidate.layer == GazetteerLayer::curated) score += 0.4;
    return score;
}

bool fits_list(const NameSpan& span, const Place& place) {
    if (span.in_list_of == ListKind::countries) return is_country_place(place);
    return place.feature_code == "ADM1" && place.country == span.list_country;
}

CandidateScore score_candidate(const NameSpan& span, const NamedPlace& candidate, const ArticleContext& context) {
    const Place& place = *candidate.place;
    CandidateScore out{importance_of(candidate), "importance"};
    double strongest = 0;
    const auto add = [&](double value, const char* rule) {
        out.score += value;
        if (value > strongest) {
            strongest = value;
            out.rule = rule;
        }
    };
    if (span.container && is_within(place, *span.container)) add(6, "container");
    if (span.contains && place.id == span.contains->id) add(6, "contains");
    // "WASHINGTON (AP)": who names no state means the place that all know by that name.
    if (span.dateline && !span.container && is_best_known(span, candidate)) add(2, "alone in the dateline");
    if (span.in_list_of != ListKind::none && fits_list(span, place)) add(2.5, "enumeration");
    if (const auto share = context.country_share.find(place.country); share != context.country_share.end())
        add(0.8 + 2.2 * share->second, "country");
    if (is_small_town(place) && !span.container && !span.dateline && has_great_namesake(span)) out.score -= 1.5;
    // "Kherson" is the town, "Kherson region" the province around it.
    if (place.feature_code == "ADM1" && candidate.layer == GazetteerLayer::world) {
        if (span.province_noun)
            add(1.5, "province");
        else if (has_town_inside(span, place))
            out.score -= 1.2;
    }
    if (const auto share = context.province_share.find(place.country + "." + place.admin1);
        share != context.province_share.end() && !place.admin1.empty() && !is_country_place(place) &&
        place.feature_code != "ADM1")
        add(1.5 * share->second, "province of the article");
    if (context.home) add(home_bonus(place, *context.home), "publisher's home");
    if (context.anchors.empty() && !context.dateline) return out;
    const GlobePoint here = globe_point(place.location);
    if (place.extent == ExtentClass::point || place.feature_code != "PCLI")
        add(1.6 * nearness_of(place, here, context), "nearness");
    if (context.dateline) add(0.8 * std::exp(-distance_km(here, *context.dateline) / 400), "dateline");
    return out;
}

}  // namespace chronomap
