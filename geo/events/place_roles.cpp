#include "geo/events/place_roles.hpp"

#include <algorithm>
#include <array>

namespace chronomap {
namespace {

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 12> strong{"in",   "at",   "near", "inside",  "outside", "around",
                                                  "into", "over", "onto", "entered", "reached", "within"};
constexpr std::array<std::string_view, 14> weak{"to",      "from",   "of",    "on",  "towards", "toward", "upon",
                                                "through", "across", "along", "for", "against", "over",   "via"};
constexpr std::array<std::string_view, 8> party{"by", "with", "between", "and", "under", "under", "against", "backed"};
constexpr std::array<std::string_view, 22> people{
    "forces",    "army",     "troops",     "soldiers", "government", "president", "minister",    "ministry",
    "officials", "military", "leaders",    "side",     "units",      "fighters",  "separatists", "sovereign",
    "ally",      "allies",   "parliament", "foreign",  "mediation",  "population"};

/// Feature classes from fine to coarse.
double fineness(const Place& place) {
    if (place.feature == FeatureClass::hydrographic) return 1.5;
    if (place.extent == ExtentClass::line) return 3.0;
    switch (place.feature) {
        case FeatureClass::populated:
            return 3.0;
        case FeatureClass::spot:
        case FeatureClass::road:
            return 3.0;
        case FeatureClass::terrain:
        case FeatureClass::hydrographic:
        case FeatureClass::vegetation:
            return 2.5;
        case FeatureClass::region:
            return 2.0;
        default:
            break;
    }
    if (place.feature_code.starts_with("PCL") || place.feature_code == "CONT") return 0.8;
    return 2.0;
}

/// Is a town or the like named, so that "the region" only describes?
bool names_a_fine_place(const SentenceReading& sentence) {
    return std::any_of(sentence.places.begin(), sentence.places.end(), [](const PlaceMention* mention) {
        return mention->kind != PlaceMentionKind::anaphor && mention->place->feature == FeatureClass::populated;
    });
}

bool is_capital(const Place& place) {
    return place.feature_code == "PPLC";
}

}  // namespace

bool is_large(const Place& place) {
    return place.feature_code.starts_with("PCL") || place.feature_code == "CONT" || place.feature_code == "RGNL" ||
           (place.population > 3'000'000 && place.feature != FeatureClass::populated);
}

bool is_coarse(const Place& place) {
    return is_large(place) || place.feature == FeatureClass::administrative || place.feature == FeatureClass::region;
}

double location_score(const SentenceReading& sentence, const PlaceMention& mention) {
    const Place& place = *mention.place;
    const std::size_t first = sentence.word_at(mention.range.begin), after = sentence.word_at(mention.range.end);
    const auto& words = sentence.words;
    const auto before = [&](std::size_t back) -> std::string_view {
        return first >= back ? std::string_view(words[first - back].lower) : std::string_view{};
    };
    const auto behind = [&](std::size_t forward) -> std::string_view {
        return after + forward < words.size() ? std::string_view(words[after + forward].lower) : std::string_view{};
    };
    double score = fineness(place);
    // The preposition may stand before "the town of", "the village of", an article or an adjective.
    static constexpr std::array<std::string_view, 10> nouns{"town",     "city",     "village", "region",     "capital",
                                                            "district", "province", "port",    "settlement", "area"};
    static constexpr std::array<std::string_view, 8> fillers{"the",     "all",     "nearby",   "a",
                                                             "eastern", "western", "northern", "southern"};
    std::size_t back = 1;
    if (before(1) == "of" && one_of(before(2), nouns)) back = 3;
    while (back < 7 && (one_of(before(back), fillers) || one_of(before(back), nouns))) ++back;
    const std::string_view lead = before(back);
    // "the siege of Sarajevo", "attacks on Stepanakert": the noun tells what happened there.
    const ReadWord* noun = first >= back + 1 ? &words[first - back - 1] : nullptr;
    const bool of_event = (lead == "of" || lead == "on" || lead == "over") && noun && noun->entry &&
                          noun->entry->kind != EventKind::other;
    // "captured Shusha": what a verb takes is where it happened.
    const bool of_verb = back == 1 && first >= 1 && words[first - 1].entry && words[first - 1].entry->verb;
    // "в Тбилиси", "Bakıda", "Bakü'de"
    const bool by_other_words = (first >= 1 && words[first - 1].locates) ||
                                (after >= 1 && words[after - 1].locates && after > first) ||
                                (after + 1 < words.size() && words[after].punctuation && words[after + 1].locates &&
                                 !words[after + 1].capitalised);
    const bool located = one_of(lead, strong) || of_event || of_verb || by_other_words;
    if (located)
        score += 2;
    else if (one_of(lead, weak))
        score += 0.5;

    // A state or a capital as an actor: the subject of a verb, behind "by" or "between", with its own "'s forces".
    const bool polity = is_large(place) || is_capital(place);
    if (polity && !located) {
        const bool possessive = behind(0) == "’s" || behind(0) == "'s";
        const TriggerEntry* next = after < words.size() ? words[after].entry : nullptr;
        const bool subject = next && (next->says || (!sentence.verbs_come_last && (next->verb || next->planned)));
        if (subject || possessive || one_of(lead, party)) score -= 2.5;
        if (one_of(behind(0), people) || one_of(behind(1), people)) score -= 2;
        if (is_capital(place) && first == 0) score -= 1;
    }
    // "not far from Aghdam", "ten kilometres south of Shusha", "Baku-based": a landmark, not the place itself.
    const std::string_view two = before(2);
    if (before(1) == "from" && (two == "far" || two == "away" || two == "kilometres" || two == "km" || two == "miles"))
        score -= 4;
    if (before(1) == "of" && (two == "south" || two == "north" || two == "east" || two == "west" ||
                              two == "president" || two == "ministry" || two == "government"))
        score -= 3;
    if (behind(0) == "-" &&
        (behind(1) == "based" || behind(1) == "backed" || behind(1) == "led" || behind(1) == "born"))
        score -= 3;
    // "prosecutors in The Hague say": where the speaker is.
    if (after < words.size() && words[after].entry && words[after].entry->says && first >= 2 &&
        words[first - 2].entry && words[first - 2].entry->speaker)
        score -= 4;
    if (mention.kind == PlaceMentionKind::anaphor) score -= 0.3 + (names_a_fine_place(sentence) ? 1.7 : 0);
    if (mention.kind == PlaceMentionKind::fuzzy) score -= 0.5;
    return score;
}

namespace {

/// Do only commas and "and" stand between two neighbouring places?
bool are_coordinated(const SentenceReading& sentence, const PlaceMention& first, const PlaceMention& second) {
    const std::size_t end = sentence.word_at(second.range.begin);
    for (std::size_t i = sentence.word_at(first.range.end); i < end; ++i) {
        const std::string& word = sentence.words[i].lower;
        if (word != "," && word != "and" && word != "or" && word != "the") return false;
    }
    return true;
}

/// Scores of all places; the later members of "captured Aghdam, Fuzuli and Lachin" fit as well as the first.
std::vector<double> coordinated_scores(const SentenceReading& sentence) {
    std::vector<double> scores;
    for (std::size_t i = 0; i < sentence.places.size(); ++i) {
        const PlaceMention& mention = *sentence.places[i];
        double score = location_score(sentence, mention);
        if (i > 0 && are_coordinated(sentence, *sentence.places[i - 1], mention) &&
            is_large(*mention.place) == is_large(*sentence.places[i - 1]->place))
            score = std::max(score, scores.back());
        scores.push_back(score);
    }
    return scores;
}

/// "Dayton, Ohio": the province that a town is told to lie in, right before it. The town is where it happened.
bool follows_its_town(const SentenceReading& sentence, const PlaceMention& mention) {
    const Place& outer = *mention.place;
    if (outer.feature != FeatureClass::administrative || outer.admin1.empty()) return false;
    return std::any_of(sentence.places.begin(), sentence.places.end(), [&](const PlaceMention* other) {
        const Place& inner = *other->place;
        return other->range.end <= mention.range.begin &&
               sentence.text.substr(other->range.end, mention.range.begin - other->range.end) == ", " &&
               inner.feature == FeatureClass::populated && inner.country == outer.country &&
               inner.admin1 == outer.admin1;
    });
}

}  // namespace

std::vector<const PlaceMention*> locations_of(const SentenceReading& sentence) {
    return locations_of(sentence, sentence.sentence.range);
}

std::vector<const PlaceMention*> locations_of(const SentenceReading& sentence, const TextRange& clause) {
    std::vector<std::pair<double, const PlaceMention*>> scored;
    const std::vector<double> scores = coordinated_scores(sentence);
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i] >= weakest_location && clause.overlaps(sentence.places[i]->range))
            scored.emplace_back(scores[i], sentence.places[i]);
    // States act in legal acts as in no other: "Slovenia and Croatia declared their independence" is where it happened.
    if (scored.empty() && sentence.kind == EventKind::legal_act)
        for (const PlaceMention* mention : sentence.places)
            if (clause.overlaps(mention->range) && location_score(sentence, *mention) >= weakest_location - 3)
                scored.emplace_back(0, mention);
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const PlaceMention*> locations;
    for (const auto& [score, mention] : scored) {
        if (score + 1.6 < scored.front().first) break;
        const bool again = std::any_of(locations.begin(), locations.end(), [m = mention](const PlaceMention* other) {
            return other->place->id == m->place->id;
        });
        const bool holds_a_finer_one = std::any_of(scored.begin(), scored.end(), [m = mention](const auto& other) {
            const auto& parents = other.second->place->parents;
            return other.second != m && (std::find(parents.begin(), parents.end(), m->place->id) != parents.end() ||
                                         (is_large(*m->place) && !is_large(*other.second->place)));
        });
        if (!again && !holds_a_finer_one && !follows_its_town(sentence, *mention)) locations.push_back(mention);
    }
    return locations;
}

}  // namespace chronomap
