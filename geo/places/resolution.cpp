#include "geo/places/resolution.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

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
    else if (place.feature_code == "CONT")
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

/// Kilometres to a point; 0 for a point inside the box of an area.
double distance_to(const Place& place, LonLat point) {
    if (!place.box || place.box->west > place.box->east) return distance_km(place.location, point);
    const LonLat nearest{std::clamp(point.lon, place.box->west, place.box->east),
                         std::clamp(point.lat, place.box->south, place.box->north)};
    return distance_km(nearest, point);
}

/// Is the anchor so far away that it tells nothing? Without trigonometry, as most are.
bool is_out_of_reach(const Place& place, LonLat anchor) {
    constexpr double reach_degrees = 10;  // 1,100 km: exp(-1100 / 250) is 0.01
    if (place.box) return false;
    const double east = std::abs(place.location.lon - anchor.lon);
    return std::abs(place.location.lat - anchor.lat) > reach_degrees ||
           (std::min(east, 360 - east) > 3 * reach_degrees && std::abs(anchor.lat) < 65);
}

/// Is there a town of the same name in the province?
bool has_town_inside(const NameSpan& span, const Place& province) {
    return std::any_of(span.candidates.begin(), span.candidates.end(), [&](const NamedPlace& c) {
        return c.place->feature == FeatureClass::populated && c.place->population >= 15000 &&
               c.place->country == province.country && distance_to(province, c.place->location) < 1;
    });
}

bool lies_in(const Place& place, const Place& container) {
    if (place.id == container.id || place.country != container.country) return false;
    if (is_country_place(container)) return true;
    if (!container.admin1.empty() && place.admin1 == container.admin1) return true;
    return container.box && place.location.lon >= container.box->west && place.location.lon <= container.box->east &&
           place.location.lat >= container.box->south && place.location.lat <= container.box->north;
}

bool fits_list(const NameSpan& span, const Place& place) {
    if (span.in_list_of == ListKind::countries) return is_country_place(place);
    return place.feature_code == "ADM1" && place.country == span.list_country;
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
        for (std::size_t k = i; end - i >= shortest && k < end; ++k) {
            std::size_t countries = 0, provinces = 0;
            std::string country;
            for (std::size_t other = i; other < end; ++other) {
                if (other == k || spans[other].chosen < 0) continue;
                const Place& place = *spans[other].candidates[static_cast<std::size_t>(spans[other].chosen)].place;
                countries += is_country_place(place) ? 1 : 0;
                if (place.feature_code != "ADM1" || (provinces > 0 && place.country != country)) continue;
                country = place.country;
                ++provinces;
            }
            const std::size_t most = (end - i) / 2 + 1;
            spans[k].in_list_of = countries >= most   ? ListKind::countries
                                  : provinces >= most ? ListKind::provinces
                                                      : ListKind::none;
            spans[k].list_country = country;
        }
        i = end;
    }
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
    if (span.container && lies_in(place, *span.container)) add(6, "container");
    if (span.contains && place.id == span.contains->id) add(6, "contains");
    if (span.in_list_of != ListKind::none && fits_list(span, place)) add(2.5, "enumeration");
    if (const auto share = context.country_share.find(place.country); share != context.country_share.end())
        add(0.8 + 2.2 * share->second, "country");
    // "Kherson" is the town, "Kherson region" the province around it.
    if (place.feature_code == "ADM1" && candidate.layer == GazetteerLayer::world) {
        if (span.province_noun)
            add(1.5, "province");
        else if (has_town_inside(span, place))
            out.score -= 1.2;
    }
    double nearness = 0, close = 0;
    for (const auto& [anchor, weight] : context.anchors) {
        if (is_out_of_reach(place, anchor)) continue;
        const double km = distance_to(place, anchor);
        const double near = std::exp(-km / 250) * (0.6 + 0.4 * weight);
        nearness = std::max(nearness, near);
        close += near * near * std::sqrt(near);  // as exp(-km / 100), but for the weight
    }
    // Several places close by tell more than the nearest; those inside a province are near it anyway.
    if (place.feature_code != "ADM1") nearness += 0.6 * std::clamp(close - nearness, 0.0, 2.0);
    if (const auto share = context.province_share.find(place.country + "." + place.admin1);
        share != context.province_share.end() && !place.admin1.empty() && !is_country_place(place) &&
        place.feature_code != "ADM1")
        add(1.5 * share->second, "province of the article");
    if (place.extent == ExtentClass::point || place.feature_code != "PCLI") add(1.6 * nearness, "nearness");
    if (context.dateline) add(0.8 * std::exp(-distance_km(place.location, *context.dateline) / 400), "dateline");
    return out;
}

ArticleContext context_of(const ScannedText& text, const Gazetteer::Impl& gazetteer,
                          const std::vector<NameSpan>& spans) {
    ArticleContext context;
    double total = 0, in_provinces = 0;
    std::unordered_map<std::string, std::pair<LonLat, double>> named;
    for (const NameSpan& span : spans) {
        if (span.chosen < 0 || span.part_of_name || span.evidence < accepted) continue;
        const Place& place = *span.candidates[static_cast<std::size_t>(span.chosen)].place;
        const bool sure = span.margin >= sure_margin || span.container || span.candidates.size() == 1;
        if (!sure) continue;
        if (span.dateline && place.feature == FeatureClass::populated && !context.dateline)
            context.dateline = place.location;
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
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        if (!text.words[i].capitalised) continue;
        if (const PlacePtr country = gazetteer.by_demonym(text.words[i].key); country && !country->country.empty()) {
            context.country_share[country->country] += 0.5;
            total += 0.5;
        }
    }
    for (auto& [country, share] : context.country_share) share /= std::max(total, 1.0);
    for (auto& [province, share] : context.province_share) share /= std::max(in_provinces, 1.0);
    std::vector<std::pair<std::string, std::pair<LonLat, double>>> order(named.begin(), named.end());
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return a.second.second != b.second.second ? a.second.second > b.second.second : a.first < b.first;
    });
    if (order.size() > most_anchors) order.resize(most_anchors);
    const double most = order.empty() ? 1 : order.front().second.second;
    for (const auto& [id, anchor] : order) context.anchors.emplace_back(anchor.first, anchor.second / most);
    return context;
}

void resolve_spans(const ScannedText& text, const Gazetteer::Impl& gazetteer, std::vector<NameSpan>& spans) {
    ArticleContext context;
    for (NameSpan& span : spans) choose(span, context);
    // Twice: the second time with the places that the first context made sure.
    for (int pass = 0; pass < 2; ++pass) {
        context = context_of(text, gazetteer, spans);
        read_lists(text, spans);
        for (NameSpan& span : spans) choose(span, context);
    }
    // One sense per article: the spans of a name share what their containers say, or else the first choice.
    std::unordered_map<std::string, std::pair<std::string, double>> senses;
    for (const NameSpan& span : spans)
        if (span.container && span.chosen >= 0 && !span.part_of_name)
            senses.try_emplace(span.key, span.candidates[static_cast<std::size_t>(span.chosen)].place->id,
                               span.evidence);
    for (NameSpan& span : spans) {
        if (span.container || span.part_of_name) continue;
        const auto sense = senses.find(span.key);
        if (sense == senses.end()) continue;
        for (std::size_t i = 0; i < span.candidates.size(); ++i)
            if (span.candidates[i].place->id == sense->second.first) {
                span.chosen = static_cast<int>(i);
                span.evidence += 2;
            }
    }
    // A weak name is a place where the article plays, hardly elsewhere.
    for (NameSpan& span : spans) {
        if (span.chosen < 0) continue;
        const NamedPlace& chosen = span.candidates[static_cast<std::size_t>(span.chosen)];
        const double strength = strength_of(chosen);
        if (strength >= 2.4 && chosen.layer == GazetteerLayer::world) continue;
        if (span.container || span.dateline) continue;
        const auto share = context.country_share.find(chosen.place->country);
        const bool here = share != context.country_share.end() && share->second > 0.05;
        double nearest = 1e9;
        for (const auto& [anchor, weight] : context.anchors)
            if (const double km = distance_km(anchor, chosen.place->location); km > 0.5)
                nearest = std::min(nearest, km);
        if (here) span.evidence += 0.5;
        if (nearest < 150) span.evidence += 0.7;
        if (!here && chosen.layer == GazetteerLayer::world) span.evidence -= strength < 1.8 ? 1.2 : 0.3;
    }
}

}  // namespace chronomap
