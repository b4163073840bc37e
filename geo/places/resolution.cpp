#include "geo/places/resolution.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "geo/places/candidate_score.hpp"
#include "geo/places/descriptions.hpp"

namespace chronomap {
namespace {

constexpr std::size_t most_anchors = 40;
constexpr double sure_margin = 1.5;
constexpr double accepted = 1.0;

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
