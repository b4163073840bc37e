#include "geo/places/descriptions.hpp"

#include <algorithm>

#include "geo/places/name_evidence.hpp"

namespace chronomap {
namespace {

/// What a place may be, in a sentence that tells it.
const StringSet& kinds() {
    static const StringSet set =
        set_of({"city",       "town",   "village",      "municipality",  "suburb",      "suburbs",    "community",
                "settlement", "hamlet", "neighborhood", "neighbourhood", "district",    "borough",    "commune",
                "parish",     "place",  "area",         "barrio",        "barangay",    "island",     "ward",
                "port",       "county", "locality",     "township",      "subdistrict", "tehsil",     "woreda",
                "civil",      "region", "province",     "capital",       "seat",        "resort",     "constituency",
                "mountain",   "river",  "lake",         "peninsula",     "hill",        "department", "canton"});
    return set;
}

bool is_verb(std::string_view key) {
    return key == "is" || key == "was";
}

bool is_article(std::string_view key) {
    return key == "a" || key == "an" || key == "the" || key == "one";
}

/// The word behind the noun that tells the kind; 0 where the sentence tells none.
std::uint32_t behind_kind(const ScannedText& text, const NameSpan& span) {
    constexpr std::uint32_t reach_of_verb = 30, reach_of_noun = 8;
    const auto& words = text.words;
    const std::uint32_t sentence = text.sentence[span.first];
    const auto in_sentence = [&](std::uint32_t i) { return i < words.size() && text.sentence[i] == sentence; };
    std::uint32_t at = span.last;
    if (in_sentence(at) && words[at].gap == WordGap::comma && is_article(words[at].key) && words[at].key != "one") {
        // "Govan, a village in …"
    } else if (text.sentence_start[span.first]) {
        while (in_sentence(at) && at < span.last + reach_of_verb && !is_verb(words[at].key)) ++at;
        if (!in_sentence(at) || !is_verb(words[at].key)) return 0;
        ++at;
        if (!in_sentence(at) || !is_article(words[at].key)) return 0;
    } else {
        return 0;
    }
    for (std::uint32_t i = at + 1; in_sentence(i) && i < at + reach_of_noun; ++i)
        if (!words[i].capitalised && contains(kinds(), words[i].key)) return i + 1;
    return 0;
}

/// Is it known well enough what lies in the area?
bool is_outlined(const Place& area) {
    return area.feature == FeatureClass::administrative && !area.country.empty() &&
           (area.box || is_country_place(area));
}

}  // namespace

bool is_within(const Place& inner, const Place& outer) {
    constexpr double margin = 0.15, near_km = 40;
    if (inner.id == outer.id || outer.country.empty() || inner.country != outer.country) return false;
    if (is_country_place(outer)) return !is_country_place(inner);
    if (outer.feature != FeatureClass::administrative && outer.feature != FeatureClass::region) return false;
    const bool province = outer.feature_code == "ADM1";
    if (province && inner.feature_code == "ADM1") return false;
    if (province && !outer.admin1.empty() && inner.admin1 == outer.admin1) return true;
    if (province && outer.country == "US") return false;  // GeoNames' codes are those of the states
    if (!province && !outer.admin1.empty() && !inner.admin1.empty() && inner.admin1 != outer.admin1) return false;
    if (!outer.box) return !province && distance_km(inner.location, outer.location) < near_km;
    return inner.location.lon >= outer.box->west - margin && inner.location.lon <= outer.box->east + margin &&
           inner.location.lat >= outer.box->south - margin && inner.location.lat <= outer.box->north + margin;
}

Description described_by(const ScannedText& text, const std::vector<NameSpan>& spans, std::size_t s) {
    constexpr std::size_t most_areas = 5, most_spans = 20;
    const NameSpan& span = spans[s];
    const std::uint32_t from = behind_kind(text, span);
    Description out;
    if (from == 0) return out;
    std::vector<const NameSpan*> areas;
    for (std::size_t i = s + 1; i < std::min(spans.size(), s + most_spans) && areas.size() < most_areas; ++i) {
        if (text.sentence[spans[i].first] != text.sentence[span.first]) break;
        if (spans[i].first >= from && spans[i].key != span.key) areas.push_back(&spans[i]);
    }
    // Of several counties of one name, the one in the state that is named too; of these two, the county.
    std::ptrdiff_t best_support = -1, fewest = 0;
    for (const NameSpan* area : areas)
        for (const NamedPlace& outer : area->candidates) {
            const auto inside = std::ranges::count_if(
                span.candidates, [&](const NamedPlace& c) { return is_within(*c.place, *outer.place); });
            out.elsewhere = out.elsewhere || is_outlined(*outer.place);
            if (inside == 0) continue;
            const auto support = std::ranges::count_if(areas, [&](const NameSpan* other) {
                return other != area && std::ranges::any_of(other->candidates, [&](const NamedPlace& c) {
                           return is_within(*outer.place, *c.place);
                       });
            });
            if (support < best_support || (support == best_support && inside >= fewest)) continue;
            out.container = outer.place;
            best_support = support;
            fewest = inside;
        }
    if (out.container) out.elsewhere = false;
    return out;
}

}  // namespace chronomap
