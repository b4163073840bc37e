#include "geo/places/resolution.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "geo/places/descriptions.hpp"

namespace chronomap {
namespace {

constexpr std::size_t most_anchors = 40;
constexpr double sure_margin = 1.5;
constexpr double accepted = 1.0;

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

/// Does another place far away bear the name of the chosen one, and is hardly less known?
bool has_rival(const NameSpan& span) {
    constexpr double far = 100, hardly_less = 0.5;  // kilometres, importance
    const NamedPlace& chosen = span.candidates[static_cast<std::size_t>(span.chosen)];
    const double own = importance_of(chosen);
    return std::any_of(span.candidates.begin(), span.candidates.end(), [&](const NamedPlace& other) {
        return importance_of(other) >= own - hardly_less &&
               distance_km(other.place->location, chosen.place->location) > far;
    });
}

/// Is there a town of the same name in the province?
bool has_town_inside(const NameSpan& span, const Place& province) {
    return std::any_of(span.candidates.begin(), span.candidates.end(), [&](const NamedPlace& c) {
        return c.place->feature == FeatureClass::populated && c.place->population >= 15000 &&
               c.place->country == province.country && distance_to(province, c.place->location) < 1;
    });
}

bool fits_list(const NameSpan& span, const Place& place) {
    if (span.in_list_of == ListKind::countries) return is_country_place(place);
    return place.feature_code == "ADM1" && place.country == span.list_country;
}

/// What the names of a list are, by what most of the others are.
void read_list(std::span<NameSpan> list) {
    const auto place_of = [](const NameSpan& span) {
        return span.chosen < 0 ? nullptr : span.candidates[static_cast<std::size_t>(span.chosen)].place.get();
    };
    const auto is_province = [](const Place* place) { return place && place->feature_code == "ADM1"; };
    std::size_t countries = 0;
    std::unordered_map<std::string_view, std::size_t> provinces;  // by country
    const Place *first = nullptr, *second = nullptr;              // provinces
    for (const NameSpan& span : list) {
        const Place* place = place_of(span);
        countries += place && is_country_place(*place) ? 1 : 0;
        if (!is_province(place)) continue;
        ++provinces[place->country];
        if (!first)
            first = place;
        else if (!second)
            second = place;
    }
    const std::size_t most = list.size() / 2 + 1;
    bool is_first = true;
    for (NameSpan& span : list) {
        const Place* place = place_of(span);
        const bool own_country = place && is_country_place(*place);
        // The others' country is that of the first province among them.
        const Place* leading = is_province(place) && is_first ? second : first;
        if (is_province(place)) is_first = false;
        std::size_t alike = leading ? provinces[leading->country] : 0;
        if (leading && is_province(place) && place->country == leading->country) --alike;
        span.in_list_of = countries - (own_country ? 1 : 0) >= most ? ListKind::countries
                          : alike >= most                           ? ListKind::provinces
                                                                    : ListKind::none;
        span.list_country = leading ? leading->country : std::string();
    }
}

/// "New Mexico, New York and Ohio": names that commas or "and" join are of one kind, as most of them are.
void read_lists(const ScannedText& text, std::vector<NameSpan>& spans) {
    constexpr std::size_t shortest = 3;
    const auto joined = [&](const NameSpan& a, const NameSpan& b) {
        if (b.first == a.last) return text.words[b.first].gap == WordGap::comma;
        return b.first == a.last + 1 && text.words[a.last].key == "and";
    };
    for (std::size_t i = 0; i < spans.size();) {
        std::size_t end = i + 1;
        while (end < spans.size() && joined(spans[end - 1], spans[end])) ++end;
        if (end - i >= shortest) read_list(std::span(spans).subspan(i, end - i));
        i = end;
    }
}

/// Does the article tell of another place at no more than 150 km?
bool has_others_near(const Place& place, const ArticleContext& context) {
    constexpr double reach_km = 150, same_km = 0.5;
    static const double least_cosine = std::cos(reach_km * 1.01 / 6371.0);
    const GlobePoint here = globe_point(place.location);
    if (context.home && distance_km(place.location, context.home->location) < reach_km) return true;
    return std::any_of(context.anchors.begin(), context.anchors.end(), [&](const ContextAnchor& anchor) {
        if (!may_be_within(here, anchor.point, least_cosine)) return false;
        const double km = distance_km(here, anchor.point);
        return km > same_km && km < reach_km;
    });
}

/// "Golden Gate Bridge" is no bridge in the town Golden Gate, unless the article plays there.
void mark_namesakes(std::vector<NameSpan>& spans, const ArticleContext& context) {
    for (NameSpan& span : spans) {
        if (span.chosen < 0 || span.namesake || span.feature_before + span.feature_after == 0 || span.container)
            continue;
        const NamedPlace& chosen = span.candidates[static_cast<std::size_t>(span.chosen)];
        if (chosen.layer != GazetteerLayer::world || chosen.place->feature != FeatureClass::populated) continue;
        if (span.street)
            span.namesake = true;
        else if (strength_of(chosen) < 2.4)
            span.namesake = !has_others_near(*chosen.place, context);
    }
}

/// "Kuru, a village in Plateau State": where no Kuru of that state is known, no other one is meant, all through.
void mark_told_elsewhere(std::vector<NameSpan>& spans) {
    std::unordered_set<std::string_view> told;
    for (const NameSpan& span : spans)
        if (span.told_elsewhere) told.insert(span.key);
    if (told.empty()) return;
    // Where another sentence does say of one, that holds.
    for (const NameSpan& span : spans)
        if (span.container) told.erase(span.key);
    for (NameSpan& span : spans)
        if (!span.container && told.contains(span.key)) span.namesake = span.told_elsewhere = true;
}

/// A name that is a place where the article says so is one where it does not: "in Oxford … Oxford Police".
void share_evidence(const ScannedText& text, std::vector<NameSpan>& spans) {
    constexpr double sure = 2;
    std::unordered_map<std::string_view, double> most;
    for (const NameSpan& span : spans)
        if (!span.part_of_name) most[span.key] = std::max(most[span.key], span.evidence);
    // "Ravi Shankar" may be a person all the same.
    const auto follows_a_name = [&](const NameSpan& span) {
        return span.first > 0 && text.words[span.first].gap == WordGap::space && text.words[span.first - 1].capitalised;
    };
    for (NameSpan& span : spans)
        if (!span.part_of_name && span.evidence < accepted && most[span.key] >= sure &&
            !text.sentence_start[span.first] && !text.lower_case.contains(span.key) && !follows_a_name(span))
            span.evidence = accepted;
}

/// Spans get one number where their candidates and what their words say of these are the same.
void number_senses(std::vector<NameSpan>& spans) {
    using Words = std::tuple<const NamedPlace*, const Place*, const Place*, bool, bool, ListKind, std::string_view>;
    std::map<Words, std::uint32_t> numbers;
    for (NameSpan& span : spans)
        span.sense = numbers
                         .try_emplace({span.candidates.data(), span.container.get(), span.contains.get(),
                                       span.province_noun, span.dateline, span.in_list_of, span.list_country},
                                      static_cast<std::uint32_t>(numbers.size()))
                         .first->second;
}

void choose(NameSpan& span, const ArticleContext& context) {
    double best = -1e9, second = -1e9;
    for (std::size_t i = 0; i < span.candidates.size(); ++i) {
        const double score = score_candidate(span, span.candidates[i], context).score;
        if (score > best) {
            second = best;
            best = score;
            span.chosen = static_cast<int>(i);
        } else {
            second = std::max(second, score);
        }
    }
    span.margin = best - second;
}

/// Each sense is scored once.
void choose(std::vector<NameSpan>& spans, const ArticleContext& context) {
    std::vector<const NameSpan*> first_of(spans.size());
    for (NameSpan& span : spans) {
        const NameSpan*& first = first_of[span.sense];
        if (!first) {
            choose(span, context);
            first = &span;
        }
        span.chosen = first->chosen;
        span.margin = first->margin;
    }
}

}  // namespace

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

ArticleContext context_of(const ScannedText& text, const std::vector<NameSpan>& spans, const PlacePtr& home) {
    ArticleContext context;
    context.home = home;
    double total = 0, in_provinces = 0;
    std::unordered_map<std::string, std::pair<LonLat, double>> named;
    for (const NameSpan& span : spans) {
        if (span.chosen < 0 || span.part_of_name || span.evidence < accepted) continue;
        const Place& place = *span.candidates[static_cast<std::size_t>(span.chosen)].place;
        const bool sure = span.margin >= sure_margin || span.container || span.candidates.size() == 1;
        if (!sure) continue;
        if (span.dateline && place.feature == FeatureClass::populated && !context.dateline)
            context.dateline = globe_point(place.location);
        if (!place.country.empty()) {
            context.country_share[place.country] += 1;
            total += 1;
        }
        if (!place.admin1.empty() && !is_country_place(place)) {
            context.province_share[place.country + "." + place.admin1] += 1;
            in_provinces += 1;
        }
        if (!is_country_place(place) && place.feature_code != "CONT" && place.feature_code != "PCLH") {
            auto& anchor = named[place.id];
            anchor.first = place.location;
            anchor.second += 1;
        }
    }
    for (const PlacePtr& country : text.demonyms)
        if (country && !country->country.empty()) {
            context.country_share[country->country] += 0.5;
            total += 0.5;
        }
    for (auto& [country, share] : context.country_share) share /= std::max(total, 1.0);
    for (auto& [province, share] : context.province_share) share /= std::max(in_provinces, 1.0);
    std::vector<std::pair<std::string, std::pair<LonLat, double>>> order(named.begin(), named.end());
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return a.second.second != b.second.second ? a.second.second > b.second.second : a.first < b.first;
    });
    if (order.size() > most_anchors) order.resize(most_anchors);
    const double most = order.empty() ? 1 : order.front().second.second;
    for (const auto& [id, anchor] : order)
        context.anchors.push_back({anchor.first, globe_point(anchor.first), anchor.second / most});
    return context;
}

void resolve_spans(const ScannedText& text, std::vector<NameSpan>& spans, const PlacePtr& home) {
    number_senses(spans);
    ArticleContext context;
    context.home = home;
    choose(spans, context);
    // Twice: the second time with the places that the first context made sure.
    for (int pass = 0; pass < 2; ++pass) {
        context = context_of(text, spans, home);
        read_lists(text, spans);
        number_senses(spans);
        choose(spans, context);
    }
    // One sense per article: the spans of a name share what their containers or the dateline say.
    std::unordered_map<std::string, std::pair<std::string, double>> senses;
    for (const NameSpan& span : spans)
        if ((span.container || span.dateline) && span.chosen >= 0 && !span.part_of_name)
            senses.try_emplace(span.key, span.candidates[static_cast<std::size_t>(span.chosen)].place->id,
                               span.evidence);
    for (NameSpan& span : spans) {
        if (span.container || span.dateline || span.part_of_name) continue;
        const auto sense = senses.find(span.key);
        if (sense == senses.end()) continue;
        for (std::size_t i = 0; i < span.candidates.size(); ++i)
            if (span.candidates[i].place->id == sense->second.first) {
                span.chosen = static_cast<int>(i);
                span.margin = sure_margin;
                span.evidence += 2;
            }
    }
    mark_namesakes(spans, context);
    mark_told_elsewhere(spans);
    share_evidence(text, spans);
    // A weak name is a place where the article plays, hardly elsewhere.
    std::unordered_map<const Place*, bool> has_company;
    for (NameSpan& span : spans) {
        if (span.chosen < 0) continue;
        const NamedPlace& chosen = span.candidates[static_cast<std::size_t>(span.chosen)];
        const double strength = strength_of(chosen);
        if (strength >= 2.4 && chosen.layer == GazetteerLayer::world) continue;
        if (span.container || span.dateline) continue;
        const auto share = context.country_share.find(chosen.place->country);
        const bool here = (share != context.country_share.end() && share->second > 0.05) ||
                          (home && home->country == chosen.place->country);
        const auto [company, is_new] = has_company.try_emplace(chosen.place.get());
        if (is_new) company->second = has_others_near(*chosen.place, context);
        // Of several small places of a name none is where the article plays: it tells of another one, or nobody knows.
        // Of several little ones in its country one is as likely as the other where nothing else is near.
        constexpr double clear_margin = 0.7;
        const bool elsewhere = !here && strength < 1.8;
        const bool open = strength < 1.0 && span.margin < clear_margin;
        if ((elsewhere || open) && !company->second && chosen.layer == GazetteerLayer::world &&
            chosen.place->feature_code != "ADM1" && has_rival(span))
            span.namesake = true;
        if (here) span.evidence += 0.5;
        if (company->second) span.evidence += 0.7;
        if (!here && chosen.layer == GazetteerLayer::world) span.evidence -= strength < 1.8 ? 1.2 : 0.3;
    }
}

}  // namespace chronomap
