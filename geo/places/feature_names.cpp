#include "geo/places/feature_names.hpp"

#include <algorithm>

namespace chronomap {
namespace {

/// Features that are named after a place without lying in it, or share its name by chance.
const StringSet& feature_nouns() {
    static const StringSet set =
        set_of({"river",  "lake",    "bay",       "bridge",  "square",  "park",    "desert", "mountains", "mountain",
                "delta",  "falls",   "hill",      "hills",   "beach",   "creek",   "island", "islands",   "canal",
                "harbor", "harbour", "peninsula", "glacier", "volcano", "canyon",  "palace", "tower",     "reserve",
                "trail",  "resort",  "forest",    "pass",    "refuge",  "gardens", "basin",  "reservoir", "rivers"});
    return set;
}

const StringSet& street_nouns() {
    static const StringSet set = set_of({"street", "avenue", "road", "boulevard", "lane", "drive"});
    return set;
}

/// "Kruger [National] Park".
const StringSet& kinds_of_parks() {
    static const StringSet set = set_of({"national", "state", "county", "city", "nature", "game", "wildlife", "marine",
                                         "provincial", "regional", "memorial", "recreation", "historic", "forest"});
    return set;
}

/// "Youngstown [State University]"
bool is_institution(std::string_view key) {
    return key == "university" || key == "college" || key == "library" || key == "hospital" || key == "school";
}

/// "[Lake] Nokomis", "[Rio] San Pedro".
bool is_noun_before(std::string_view key) {
    return key == "lake" || key == "mount" || key == "rio" || key == "river" || key == "cape" || key == "wadi";
}

bool is_written_on(const ScannedText& text, std::uint32_t i) {
    return i < text.words.size() && text.words[i].capitalised && text.words[i].gap == WordGap::space &&
           !text.sentence_start[i];
}

}  // namespace

FeatureWords feature_words(const ScannedText& text, const NameSpan& span) {
    const auto& words = text.words;
    FeatureWords found;
    if (words[span.last - 1].all_upper) return found;
    std::uint32_t at = span.last;
    while (at < span.last + 2 && is_written_on(text, at) && contains(kinds_of_parks(), words[at].key)) ++at;
    if (is_written_on(text, at) && !words[at].all_upper) {
        found.street = at == span.last && contains(street_nouns(), words[at].key);
        if (found.street || contains(feature_nouns(), words[at].key)) found.after = at + 1 - span.last;
    }
    if (found.after == 0 && span.first > 0 && is_written_on(text, span.first) && words[span.first - 1].capitalised &&
        !words[span.first - 1].all_upper && is_noun_before(words[span.first - 1].key))
        found.before = 1;
    return found;
}

std::uint32_t words_before_kind(const ScannedText& text, const NameSpan& span) {
    constexpr std::uint32_t most = 3;
    const auto& words = text.words;
    const bool kind = std::all_of(words.begin() + span.first, words.begin() + span.last, [](const NameWord& word) {
        return contains(kinds_of_parks(), word.key) || contains(feature_nouns(), word.key) || is_institution(word.key);
    });
    if (!kind || words[span.first].all_upper) return 0;
    std::uint32_t before = 0;
    while (before < most && before < span.first && is_written_on(text, span.first - before) &&
           words[span.first - before - 1].capitalised && !text.sentence_start[span.first - before - 1])
        ++before;
    return before;
}

bool tells_a_part(std::string_view key) {
    static const StringSet set =
        set_of({"north",   "south",     "east",      "west",      "northern",  "southern", "eastern",
                "western", "northeast", "northwest", "southeast", "southwest", "central",  "upper",
                "lower",   "inner",     "outer",     "greater",   "downtown",  "old",      "new"});
    return contains(set, key);
}

}  // namespace chronomap
