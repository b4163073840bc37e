#include "geo/places/unlisted_names.hpp"

#include <algorithm>
#include <initializer_list>

namespace chronomap {
namespace {

/// What a place may be: "the village of …", "the … district".
const StringSet& nouns() {
    static const StringSet set = set_of(
        {"village",   "villages",     "town",          "towns",         "city",           "cities",      "district",
         "districts", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "suburb",      "suburbs",
         "province",  "governorate",  "county",        "countryside",   "settlement",     "settlements", "municipality",
         "commune",   "hamlet",       "prefecture",    "valley",        "island",         "region",      "area",
         "areas",     "locality",     "township",      "islet",         "stronghold",     "strongholds", "bastion",
         "enclave",   "outskirts",    "troublespot",   "hilltop",       "borough",        "hub",         "islands",
         "capital",   "port",         "camp",          "residents",     "axis",           "corridor"});
    return set;
}

/// What stands behind a name of a place in small letters, and may stand behind other names too.
const StringSet& sites() {
    static const StringSet set =
        set_of({"mountains", "mountain", "hills",      "hill",      "river",  "lake",     "crossing", "airport",
                "airbase",   "base",     "checkpoint", "bridge",    "square", "market",   "coast",    "border",
                "junction",  "road",     "street",     "streets",   "camp",   "oilfield", "dam",      "farms",
                "forest",    "pass",     "gorge",      "peninsula", "bay",    "port"});
    return set;
}

/// The last word of names of places: "Kodori Gorge", "Deir Ezzor Governorate".
const StringSet& last_words() {
    static const StringSet set = set_of(
        {"governorate", "district",  "province",    "mountains",    "mountain",      "river",   "gorge",   "valley",
         "island",      "islands",   "village",     "lake",         "hills",         "hill",    "square",  "airport",
         "airbase",     "peninsula", "bay",         "gulf",         "sea",           "strait",  "farms",   "desert",
         "township",    "suburb",    "crossing",    "checkpoint",   "bridge",        "heights", "plateau", "canal",
         "camp",        "dam",       "gap",         "oblast",       "prefecture",    "canyon",  "forest",  "creek",
         "beach",       "oasis",     "archipelago", "neighborhood", "neighbourhood", "county"});
    return set;
}

/// Those that stand in no name of a person or a firm.
const StringSet& sure_last_words() {
    static const StringSet set =
        set_of({"governorate",  "district",      "province", "mountains", "river",      "gorge",     "valley",
                "islands",      "village",       "airport",  "airbase",   "peninsula",  "county",    "township",
                "neighborhood", "neighbourhood", "oblast",   "crossing",  "checkpoint", "prefecture"});
    return set;
}

const StringSet& describing() {
    static const StringSet set =
        set_of({"the",          "eastern",  "western",  "northern",     "southern",     "central",      "north",
                "south",        "east",     "west",     "northeastern", "northwestern", "southeastern", "southwestern",
                "rural",        "downtown", "nearby",   "neighboring",  "neighbouring", "strategic",    "remote",
                "mountainous",  "coastal",  "restive",  "small",        "key",          "main",         "upper",
                "lower",        "occupied", "besieged", "historic",     "important",    "imperative",   "this",
                "flashpoint",   "mixed",    "shiite",   "sunni",        "kurdish",      "mainly",       "mostly",
                "predominantly"});
    return set;
}

/// Prepositions after which hardly anything but a place has a capital and no article.
bool is_locative(std::string_view key) {
    return key == "in" || key == "near" || key == "around" || key == "outside" || key == "inside" || key == "into";
}

/// Verbs whose object is hardly anything but a place.
bool takes_place(std::string_view key) {
    static const StringSet set =
        set_of({"entered",   "entering",   "stormed",    "storming",  "besieged",    "besieging",   "shelled",
                "shelling",  "liberated",  "retook",     "recapture", "recaptured",  "recapturing", "overran",
                "patrolled", "patrolling", "liberating", "retaking",  "overrunning", "bombarding",  "bombarded"});
    return contains(set, key);
}

bool is_preposition(std::string_view key) {
    static const StringSet set =
        set_of({"in",   "at",      "near",       "around", "outside", "inside", "into",    "on",
                "over", "across",  "through",    "along",  "from",    "to",     "towards", "toward",
                "of",   "between", "throughout", "within", "and",     "above",  "off"});
    return contains(set, key);
}

/// Words with a capital that are no names of places.
const StringSet& other_words() {
    static const StringSet set =
        set_of({"monday",     "tuesday",  "wednesday", "thursday",   "friday",    "saturday", "sunday",   "january",
                "february",   "march",    "april",     "may",        "june",      "july",     "august",   "september",
                "october",    "november", "december",  "jan",        "feb",       "mar",      "apr",      "jun",
                "jul",        "aug",      "sept",      "sep",        "oct",       "nov",      "dec",      "congress",
                "parliament", "islam",    "english",   "french",     "spanish",   "german",   "arabic",   "christmas",
                "easter",     "ramadan",  "god",       "allah",      "president", "prime",    "minister", "general",
                "army",       "police",   "court",     "house",      "senate",    "sunni",    "shiite",   "shia",
                "muslim",     "muslims",  "christian", "christians", "jewish",    "jews",     "catholic", "islamic",
                "arab",       "arabs",    "kurdish",   "kurds",      "un",        "nato",     "isis",     "internet",
                "facebook",   "twitter",  "google",    "i",          "this",      "these",    "those",    "his",
                "her",        "their",    "our",       "my",         "its",       "it",       "he",       "she",
                "they",       "we",       "you",       "fact",       "addition",  "today",    "spring",   "summer",
                "autumn",     "winter",   "mr",        "mrs",        "ms",        "dr",       "st",       "hebrew",
                "latin",      "english",  "russian",   "chinese",    "japanese",  "turkish",  "mandarin"});
    return set;
}

/// "al" in "al-Quriyah", "Deir el Zor".
bool is_particle(std::string_view key) {
    return key == "al" || key == "el" || key == "ash" || key == "as" || key == "an" || key == "ad" || key == "ar" ||
           key == "az" || key == "at" || key == "bin" || key == "ez" || key == "es" || key == "ed" || key == "er" ||
           key == "et" || key == "ul" || key == "ud" || key == "ur" || key == "de" || key == "la";
}

class UnlistedNames {
  public:
    UnlistedNames(const ScannedText& text, const Gazetteer::Impl& gazetteer, const std::vector<bool>& taken,
                  std::vector<PlaceMention>& mentions)
        : words_(text.words), text_(text), gazetteer_(gazetteer), taken_(taken), mentions_(mentions) {}

    void run() {
        for (std::uint32_t i = 0; i < words_.size();) {
            if (!may_begin(i)) {
                ++i;
                continue;
            }
            const std::uint32_t end = end_of(i);
            if (const char* rule = rule_of(i, end)) {
                add(i, end, rule);
                listed_to_ = rule == std::string_view("preposition") ? 0 : end;
            } else if (goes_on(i, end)) {
                add(i, end, "list of names");
                listed_to_ = end;
            }
            i = end;
        }
    }

  private:
    bool is_word_of_name(std::uint32_t i) const {
        return i < words_.size() && !taken_[i] && words_[i].capitalised && !words_[i].number &&
               !contains(other_words(), words_[i].key);
    }

    bool may_begin(std::uint32_t i) const {
        if (taken_[i]) return false;
        if (!words_[i].capitalised)
            return is_particle(words_[i].key) && is_word_of_name(i + 1) && words_[i + 1].gap == WordGap::hyphen;
        if (text_.sentence_start[i] && is_preposition(words_[i].key)) return false;  // "In Hawija"
        return is_word_of_name(i) && words_[i].key.size() > 1 && !text_.demonyms[i];
    }

    std::uint32_t end_of(std::uint32_t i) const {
        std::uint32_t end = i + 1;
        while (end < words_.size() && is_joined(words_, end) && !text_.sentence_start[end] &&
               words_[end].gap != WordGap::period) {
            const bool inside = words_[end].gap == WordGap::apostrophe && words_[end].key != "s" &&
                                words_[end].begin - words_[end - 1].end <= 3;  // "Ma'an", "Qal'at"
            if (is_word_of_name(end) || (inside && !taken_[end])) {
                ++end;
            } else if (is_particle(words_[end].key) && is_word_of_name(end + 1) && is_joined(words_, end + 1)) {
                end += 2;
            } else {
                break;
            }
        }
        // "Bradley's Head" is one name, "Sarin's brother" is not.
        if (end > i + 1 && words_[end - 1].key == "s" && words_[end - 1].gap == WordGap::apostrophe) --end;
        return end;
    }

    /// Key of the word before `i` in the same sentence, on the far side of articles and adjectives.
    std::string_view lead_of(std::uint32_t i, bool& article, bool& noun_of) const {
        article = noun_of = false;
        if (text_.sentence_start[i]) return {};
        while (i > 0 && words_[i].gap == WordGap::space && !text_.sentence_start[i]) {
            const std::string& before = words_[i - 1].key;
            if (words_[i - 1].capitalised)
                return text_.sentence_start[i - 1] ? std::string_view(before) : std::string_view{};
            if (before == "of" && i > 1 && contains(nouns(), words_[i - 2].key) && !words_[i - 2].capitalised) {
                noun_of = true;
                i -= 2;
                continue;
            }
            if (!contains(describing(), before)) return before;
            article = article || before == "the";
            --i;
        }
        return {};
    }

    /// "the villages of Daba, Chambor and Majak": a name that a comma or "and" joins to one that is read.
    bool goes_on(std::uint32_t first, std::uint32_t end) const {
        if (listed_to_ == 0 || end - first > 3 || is_person(first, end) || text_.sentence_start[first]) return false;
        std::uint32_t from = listed_to_;
        if (from == first) return words_[first].gap == WordGap::comma;
        const bool joined = from + 1 == first && (words_[from].key == "and" || words_[from].key == "or") &&
                            words_[first].gap == WordGap::space;
        return joined;
    }

    bool is_person(std::uint32_t first, std::uint32_t end) const {
        return end - first > 1 && contains(gazetteer_.words.given, words_[first].key);
    }

    const char* rule_of(std::uint32_t first, std::uint32_t end) const {
        if (end - first > 5) return nullptr;
        const NameWord& last = words_[end - 1];
        const NameWord* after = end < words_.size() && words_[end].gap == WordGap::space ? &words_[end] : nullptr;
        bool article = false, noun_of = false;
        const std::string_view lead = lead_of(first, article, noun_of);
        if (noun_of) return "noun of name";
        const bool led = is_preposition(lead);
        const bool within = led || !lead.empty() || article;
        if (after && !after->capitalised && contains(nouns(), after->key) && within && !is_person(first, end))
            return "name with noun";
        if (after && !after->capitalised && contains(sites(), after->key) && led && end - first <= 2 &&
            !is_person(first, end))
            return "name with noun";
        if (end - first >= 2 && contains(last_words(), last.key) && (led || contains(sure_last_words(), last.key)))
            return "noun in name";
        const bool whole = !after || !after->capitalised || contains(other_words(), after->key);
        if ((is_locative(lead) || takes_place(lead)) && !article && whole && end - first <= 2 &&
            !is_person(first, end) && !(last.all_upper && last.key.size() <= 5) && last.key.size() >= 3 &&
            text_.lower_case.find(last.key) == text_.lower_case.end())
            return "preposition";
        return nullptr;
    }

    void add(std::uint32_t first, std::uint32_t end, const char* rule) {
        PlaceMention mention;
        mention.range = {words_[first].begin, words_[end - 1].end};
        mention.kind = PlaceMentionKind::unlisted;
        mention.reason = std::string("in no gazetteer; read by ") + rule;
        mention.confidence = rule == std::string_view("preposition") ? 0.3 : 0.5;
        mentions_.push_back(std::move(mention));
    }

    const std::vector<NameWord>& words_;
    const ScannedText& text_;
    const Gazetteer::Impl& gazetteer_;
    const std::vector<bool>& taken_;
    std::vector<PlaceMention>& mentions_;
    std::uint32_t listed_to_ = 0;  ///< behind the name that a list may go on from; 0: none
};

}  // namespace

void add_unlisted(const ScannedText& text, const Gazetteer::Impl& gazetteer, const std::vector<bool>& taken,
                  std::vector<PlaceMention>& mentions) {
    UnlistedNames(text, gazetteer, taken, mentions).run();
}

}  // namespace chronomap
