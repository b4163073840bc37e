#include "geo/places/name_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

#include "geo/places/descriptions.hpp"
#include "geo/places/feature_names.hpp"
#include "geo/places/name_context_words.hpp"

namespace chronomap {
namespace {

using namespace around_names;

/// "…, B" or "… and B"
bool follows_in_list(const std::vector<NameWord>& words, const NameSpan& before, const NameSpan& span) {
    if (span.first == before.last) return words[span.first].gap == WordGap::comma;
    return span.first == before.last + 1 && (words[before.last].key == "and" || words[before.last].key == "or");
}

/// "London W1D 4HT": a post code.
bool has_digit(std::string_view key) {
    return std::any_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Kurdistan Workers Party", "Patriotic Union of Kurdistan": a party or a union, not a place.
bool names_a_body(const std::vector<NameWord>& words, const ScannedText& text, const NameSpan& span) {
    static const StringSet last = set_of({"party", "movement", "brigade", "brigades", "battalion", "association",
                                          "federation", "alliance", "congress", "parliament"});
    static const StringSet before =
        set_of({"union", "party", "movement", "association", "federation", "bank", "archdiocese", "confederation"});
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = span.last; i < words.size() && i < span.last + reach; ++i) {
        if (!words[i].capitalised || words[i].gap != WordGap::space || text.sentence_start[i]) break;
        if (contains(last, words[i].key)) return true;
    }
    return span.first >= 2 && words[span.first - 1].key == "of" && words[span.first - 2].capitalised &&
           contains(before, words[span.first - 2].key);
}

/// "GUAM" between words in lower case is an organisation; "AGHDAM" in a line of capitals is a town.
bool is_acronym(const std::vector<NameWord>& words, const NameSpan& span) {
    constexpr std::size_t longest_usual_acronym = 4;  // "SWAT"
    for (const NamedPlace& candidate : span.candidates)
        if (candidate.abbreviation ||
            (candidate.layer != GazetteerLayer::world && span.key.size() > longest_usual_acronym) ||
            std::any_of(candidate.place->names.begin(), candidate.place->names.end(), [&](const PlaceName& name) {
                return name.text.size() == span.key.size() && name.text[1] < 'a' && name_key(name.text) == span.key;
            }))
            return false;
    const auto upper_at = [&](std::int64_t i) {
        return i >= 0 && i < static_cast<std::int64_t>(words.size()) && words[static_cast<std::size_t>(i)].all_upper;
    };
    return !upper_at(std::int64_t{span.first} - 1) && !upper_at(span.last);
}

/// The name right after "X, ": does a candidate of X lie in it? Sets the container.
void find_container(const std::vector<NameWord>& words, const Gazetteer::Impl& gazetteer, NameSpan& span,
                    NameSpan* next) {
    // "Cornwall in South West England"
    const bool in = span.last + 1 < words.size() && words[span.last].key == "in" &&
                    words[span.last].gap == WordGap::space && next != nullptr && next->first == span.last + 1;
    if (span.last >= words.size() || (!in && (words[span.last].gap != WordGap::comma || !words[span.last].capitalised)))
        return;
    const auto holds = [&](const Place& outer, bool by_box) {
        return std::any_of(span.candidates.begin(), span.candidates.end(), [&](const NamedPlace& c) {
            if (c.place->id == outer.id || outer.country.empty() || c.place->country != outer.country) return false;
            if (is_country_place(outer)) return !is_country_place(*c.place);
            if (outer.feature_code == "ADM1" && c.place->feature == FeatureClass::populated)
                return outer.admin1 == c.place->admin1 ||
                       (by_box && outer.box && outer.country != "US" && c.place->location.lon >= outer.box->west &&
                        c.place->location.lon <= outer.box->east && c.place->location.lat >= outer.box->south &&
                        c.place->location.lat <= outer.box->north);
            return false;
        });
    };
    // "Biloxi, Miss.", "Charlotte, N.C.", "Paris, TX".
    for (std::uint32_t length = in ? 0 : 2; length >= 1; --length) {
        if (span.last + length > words.size()) continue;
        if (length == 2 && (words[span.last + 1].gap != WordGap::period || words[span.last].key.size() > 1)) continue;
        if (const PlacePtr state = gazetteer.us_state(key_of(words, span.last, span.last + length));
            state && holds(*state, true)) {
            span.container = state;
            span.container_words = length;
            return;
        }
    }
    if (!in && (next == nullptr || next->first != span.last)) return;
    // "Moldova, Ukraine": a list of countries, not a village called Moldova.
    const bool country = std::any_of(span.candidates.begin(), span.candidates.end(),
                                     [](const NamedPlace& c) { return is_country_place(*c.place); });
    if (country && std::any_of(next->candidates.begin(), next->candidates.end(),
                               [](const NamedPlace& c) { return is_country_place(*c.place); }))
        return;
    // "Jabrayil, Fuzuli and Hadrut" are three towns: that the box of a district Fuzuli reaches to Jabrayil does not
    // speak against the town Fuzuli.
    const auto names_a_town = [&](const Place& outer) {
        return std::any_of(next->candidates.begin(), next->candidates.end(), [&](const NamedPlace& c) {
            return c.place->feature == FeatureClass::populated && c.place->country == outer.country;
        });
    };
    // "Illinois, Missouri and Ohio": a list of states, not the town in Missouri that is also called Illinois.
    const auto is_listed_with = [&](const Place& outer) {
        return outer.feature_code == "ADM1" &&
               std::any_of(span.candidates.begin(), span.candidates.end(), [&](const NamedPlace& c) {
                   return c.primary && c.place->feature_code == "ADM1" && c.place->country == outer.country &&
                          c.place->id != outer.id;
               });
    };
    for (const NamedPlace& outer : next->candidates)
        if (outer.place->feature == FeatureClass::administrative && !is_listed_with(*outer.place) &&
            holds(*outer.place, in || !names_a_town(*outer.place))) {
            span.container = outer.place;
            next->contains = outer.place;
            return;
        }
}

}  // namespace

bool is_country_place(const Place& place) {
    return place.feature_code.starts_with("PCL") && place.feature_code != "PCLH";
}

double province_size(const Place& place) {
    if (!place.box) return 0;
    constexpr double radians = std::numbers::pi / 180;
    const double width = std::max(0.0, place.box->east - place.box->west) * std::cos(place.location.lat * radians);
    return width * std::max(0.0, place.box->north - place.box->south);
}

double strength_of(const NamedPlace& candidate) {
    const Place& place = *candidate.place;
    double strength = 0;
    if (is_country_place(place) || place.feature_code == "CONT")
        strength = 3.2;
    else if (candidate.layer != GazetteerLayer::world)
        strength = place.feature == FeatureClass::populated && place.population < 20000 && place.feature_code == "PPL"
                       ? 1.6
                       : 2.6;
    else if (place.feature_code == "PPLC")
        strength = 2.8;
    else if (place.feature_code == "ADM1")
        strength = place.id.starts_with("geonames:") ? 2.6 : province_size(place) >= 1 ? 2.0 : 1.3;
    else if (place.feature == FeatureClass::hydrographic || place.feature == FeatureClass::spot)
        strength = 1.8;  // "Chattahoochee River": the name says what it is
    else if (place.feature_code == "ADM2")
        strength = 1.6;
    else if (place.population >= 500000)
        strength = 2.4;
    else if (place.population >= 100000)
        strength = 1.8;
    else if (place.population >= 15000)
        strength = 1.0;
    else if (place.population >= 2000)
        strength = 0.5;
    if (!candidate.primary && candidate.layer == GazetteerLayer::world) strength -= 0.8;
    return strength;
}

void judge_spans(const ScannedText& text, const Gazetteer::Impl& gazetteer, const Article& article,
                 std::vector<NameSpan>& spans) {
    const auto& words = text.words;
    const auto& lists = gazetteer.words;
    constexpr double well_known = 2.4;  // more so than a sentence is understood
    constexpr std::int64_t great_city = 1000000;
    StringSet persons;  // family names seen with a given name or a title
    for (std::uint32_t i = 1; i < words.size(); ++i) {
        if (!words[i].capitalised || words[i].all_upper || words[i].key.size() < 3) continue;
        const NameWord& before = words[i - 1];
        const bool joined =
            words[i].gap == WordGap::space || (words[i].gap == WordGap::period && before.key.size() <= 4);
        if (!joined || !before.capitalised) continue;
        if ((contains(titles(), before.key) && !contains(titles(), words[i].key)) ||
            (contains(lists.given, before.key) && words[i].gap == WordGap::space &&
             !contains(place_nouns(), words[i].key) && !contains(heads_of_other_names(), words[i].key) &&
             !text.sentence_start[i]))
            persons.insert(words[i].key);
    }
    for (std::size_t s = 0; s < spans.size(); ++s) {
        NameSpan& span = spans[s];
        const NameWord& first = words[span.first];
        const bool single = span.last - span.first == 1;
        const NameWord* before = span.first > 0 ? &words[span.first - 1] : nullptr;
        const NameWord* after = span.last < words.size() ? &words[span.last] : nullptr;
        const bool before_joined = before != nullptr && (first.gap == WordGap::space || first.gap == WordGap::line);
        const bool after_joined = after != nullptr && after->gap == WordGap::space;
        span.dateline =
            !article.dateline.empty() && article.dateline.contains(TextRange{first.begin, words[span.last - 1].end});
        find_container(words, gazetteer, span, s + 1 < spans.size() ? &spans[s + 1] : nullptr);
        if (!span.container) {
            const Description description = described_by(text, spans, s);
            span.container = description.container;
            span.told_elsewhere =
                description.elsewhere &&
                std::ranges::none_of(span.candidates, [](const NamedPlace& c) { return strength_of(c) >= well_known; });
        }

        double strength = -1;
        bool country = false, known_city = false, province = false;
        for (const NamedPlace& candidate : span.candidates) {
            strength = std::max(strength, strength_of(candidate));
            province = province || (candidate.primary && candidate.place->feature_code == "ADM1");
            known_city = known_city || (candidate.primary && candidate.place->population >= great_city);
            country = country || (candidate.primary && is_country_place(*candidate.place));
        }
        double evidence = strength;
        if (span.dateline) evidence += 4;
        if (!single) evidence += 1.2;
        if (span.container) evidence += 3;
        const bool common = single && contains(lists.common, span.key);
        const bool given = single && contains(lists.given, span.key);
        const bool family = single && contains(lists.family, span.key);
        const bool start = text.sentence_start[span.first];
        const bool announced = before_joined && !before->capitalised && is_locative(before->key);
        // "West and Central Africa": a part of something, not the province called West.
        if (single && tells_a_part(span.key) && !span.container && !span.dateline &&
            feature_words(text, span).after == 0)
            evidence -= 4;
        // "Bayan-Ölgii" is not Bayan.
        if (after != nullptr && after->gap == WordGap::hyphen && after->capitalised && !after->all_upper &&
            strength < 1.8 && !(s + 1 < spans.size() && spans[s + 1].first == span.last))
            evidence -= 2;
        if (single && is_time_word(span.key) && !span.container && !span.dateline) evidence -= 3;
        // "Shanghai" and "Phoenix" are words, too, but great cities in the first place.
        const double of_words = known_city ? 0.9 : 2.2;
        if (common && !country) evidence -= start ? of_words + 1.8 : announced ? 0.6 : of_words;
        if (given && !country) evidence -= 1.2;
        if (family && strength < 2.4) evidence -= 0.8;
        // A long word that is nothing else is hardly anything but the place.
        if (single && span.key.size() >= 6 && span.candidates.size() <= 3 && !common && !given && !family &&
            !first.all_upper)
            evidence += 0.6;
        else if (single && span.key.size() == 5 && span.candidates.size() == 1 && !common && !given && !family &&
                 !first.all_upper)
            evidence += 0.4;
        if (start && strength < 1.8) evidence -= 0.6;
        const bool in_short = first.all_upper && province;  // "NSW"
        if (single && span.key.size() <= 3 && strength < 2.4 && !in_short) evidence -= 1.5;
        if (!first.all_upper && text.lower_case.contains(span.key)) evidence -= country ? 0.5 : 1.5;
        if (announced) evidence += 1.0;
        if (before_joined && before->key == "of" && span.first >= 2) {
            const std::string& head = words[span.first - 2].key;
            if (is_of_phrase_head(head)) evidence += 1.2;
            if (contains(heads_before_of(), head) && words[span.first - 2].capitalised) span.part_of_name = true;
        }
        // A container named just before: "…, Azerbaijan".
        if (s > 0 && spans[s - 1].last == span.first && spans[s - 1].container) evidence += 1.5;

        const bool of_province =
            before_joined && before->key == "of" && span.first >= 2 && is_province_noun(words[span.first - 2].key);
        // "the states of Colorado and Washington"
        const bool of_provinces = before_joined && before->key == "of" && span.first >= 2 &&
                                  is_province_noun_plural(words[span.first - 2].key);
        const bool goes_on = s > 0 && spans[s - 1].province_list && follows_in_list(words, spans[s - 1], span);
        span.province_list = of_provinces || goes_on;
        span.province_noun = span.province_list || of_province ||
                             (after_joined && (is_province_noun(after->key) || governs(after->key)));
        if (names_a_body(words, text, span)) span.part_of_name = true;
        if (after_joined && after->capitalised && !text.sentence_start[span.last] && !is_time_word(after->key)) {
            // "Cambridge University Press", "Weimar Republic".
            const bool press =
                after->key == "university" && span.last + 1 < words.size() && words[span.last + 1].key == "press";
            const bool state = after->key == "republic" && strength < 2.6;
            const bool next_is_place = s + 1 < spans.size() && spans[s + 1].first == span.last;
            if (press || state || contains(heads_of_other_names(), after->key)) {
                span.part_of_name = true;
            } else if (contains(place_nouns(), after->key)) {
                evidence += 0.8;
            } else if (!country && single && !has_digit(after->key) &&
                       (given || family ? (contains(lists.family, after->key) || contains(lists.given, after->key) ||
                                           !contains(lists.common, after->key)) &&
                                              !(before_joined && is_locative(before->key) && strength >= 2.4)
                                        : strength < 1.8 && !next_is_place)) {
                span.part_of_name = true;  // "Washington Irving", "Sultan Memedov"
            }
        } else if (after_joined && contains(place_nouns(), after->key)) {
            evidence += 0.8;
        } else if (after_joined && contains(heads_of_other_names(), after->key) && words[span.last].capitalised) {
            span.part_of_name = true;
        }
        if (single && !country && before_joined && before->capitalised && !text.sentence_start[span.first]) {
            if (contains(titles(), before->key) && strength < 3)
                span.part_of_name = true;
            else if (contains(lists.given, before->key) && !contains(lists.common, before->key))
                span.part_of_name = span.part_of_name || strength < 2.6 || family;
            else if (strength < 1.8 && !contains(lists.common, before->key) &&
                     !(s > 0 && spans[s - 1].last == span.first))
                evidence -= 1.5;
        }
        if (single && first.gap == WordGap::period && before != nullptr && before->key.size() == 1 &&
            before->capitalised && !country && !span.container)
            span.part_of_name = true;  // "J. Paris"
        if (single && !country && !span.dateline && contains(persons, span.key) && strength < 2.6 && !span.container)
            span.part_of_name = true;
        if (single && first.all_upper && span.key.size() >= 4 && !span.dateline && !span.container &&
            is_acronym(words, span))
            span.part_of_name = true;
        if (after_joined &&
            (after->key == "virus" || after->key == "ebolavirus" || after->key == "fever" || after->key == "flu"))
            span.part_of_name = true;
        if (contains(lists.person, span.key) && !span.container) span.part_of_name = true;
        if (!span.part_of_name && !span.dateline && !span.container) {
            const FeatureWords feature = feature_words(text, span);
            span.feature_before = feature.before;
            span.feature_after = feature.after;
            span.street = feature.street;
            // "Hottentots Holland Mountains": the feature's name has more words than the place's.
            if (feature.after > 0 && before_joined && before->capitalised && !before->all_upper &&
                !text.sentence_start[span.first - 1] && !text.sentence_start[span.first] &&
                !(s > 0 && spans[s - 1].last == span.first) && !tells_a_part(before->key)) {
                span.feature_before = 1;
                span.namesake = true;
            }
            if (const std::uint32_t own = words_before_kind(text, span); own > 0) {
                span.feature_before = own;
                span.namesake = true;
            }
        }
        span.evidence = evidence;
    }
}

}  // namespace chronomap
