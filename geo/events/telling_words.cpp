#include "geo/events/telling_words.hpp"

#include "geo/events/happening_words.hpp"

namespace chronomap {
namespace {

/// What is won, drawn or felt, not taken by force.
const WordSet& prizes() {
    static const WordSet set{
        "title",   "titles", "championship", "championships", "medal",       "medals",    "gold",
        "silver",  "bronze", "crown",        "crowns",        "trophy",      "cup",       "victory",
        "win",     "wins",   "wicket",       "wickets",       "prize",       "prizes",    "award",
        "awards",  "pole",   "vote",         "votes",         "percent",     "%",         "seat",
        "seats",   "spot",   "majority",     "nomination",    "imagination", "attention", "spirit",
        "essence", "mood",   "hearts",       "heart",         "headlines",   "goals",     "goal",
        "points",  "point",  "tie-breaker",  "match",         "race",        "belt",      "belts",
        "series",  "states", "market",       "share",         "picture",     "scene",     "moment",
        "image",   "images", "audience",     "visit",         "every",       "1st",       "singles",
        "doubles"};
    return set;
}

const WordSet& pictures() {
    static const WordSet set{"film",    "movie",      "movies",      "picture", "pictures",    "photo",
                             "photos",  "photograph", "photographs", "video",   "footage",     "episodes",
                             "episode", "scenes",     "image",       "images",  "documentary", "location",
                             "series",  "basket",     "baskets",     "goal",    "under-par",   "par"};
    return set;
}

bool one_follows(const std::vector<ReadWord>& words, std::size_t i, std::size_t reach, const WordSet& set) {
    for (std::size_t k = i + 1; k < words.size() && k <= i + reach; ++k) {
        if (words[k].lower == "," || words[k].lower == ";") return false;
        if (set.count(words[k].lower)) return true;
    }
    return false;
}

bool one_precedes(const std::vector<ReadWord>& words, std::size_t i, std::size_t reach, const WordSet& set) {
    for (std::size_t back = 1; back <= reach && back <= i; ++back)
        if (set.count(words[i - back].lower)) return true;
    return false;
}

}  // namespace

bool may_tell(const ReadWord& word) {
    if (word.punctuation || word.figurative || (word.entry && word.entry->says) || is_no_deed(word.lower)) return false;
    if (word.entry && (word.entry->verb || word.entry->kind != EventKind::other)) return true;
    if (word.capitalised || word.lower.size() < 5 || is_no_verb(word.lower)) return false;
    return (word.lower.ends_with("ed") || word.lower.ends_with("ing")) && !(word.entry && word.entry->stative);
}

bool is_figurative(const std::vector<ReadWord>& words, std::size_t i) {
    const std::string_view word = words[i].lower;
    const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1].lower) : std::string_view{};
    if (word.starts_with("captur")) {
        static const WordSet cameras{"camera", "cameras", "film", "video", "tape", "photographers"};
        if (next == "on" || next == "by") return one_follows(words, i, 5, cameras);  // "captured on camera"
        return one_follows(words, i, 9, prizes());
    }
    if (word == "shot" || word == "shoot" || word == "shooting" || word == "shoots") {
        if (next == "back") return true;
        const bool up = next == "up" && i + 2 < words.size() &&
                        (words[i + 2].lower == "by" || words[i + 2].lower == "to" || words[i + 2].lower == "on" ||
                         words[i + 2].lower == "in" || words[i + 2].lower == "from");
        return up || one_follows(words, i, 4, pictures()) || one_precedes(words, i, 4, pictures());
    }
    if (word.starts_with("demonstrat") && !word.starts_with("demonstration") && !word.starts_with("demonstrator")) {
        static const WordSet objects{"that", "how", "why",  "what", "his",   "her",  "its", "their", "a",
                                     "an",   "the", "once", "by",   "great", "this", "no",  "our",   "to"};
        const bool passive = i > 0 && (words[i - 1].lower == "be" || words[i - 1].lower == "been" ||
                                       words[i - 1].lower == "was" || words[i - 1].lower == "were");
        return objects.count(next) || (passive && word == "demonstrated") || next.ends_with("'s");
    }
    return false;
}

}  // namespace chronomap
