#include "geo/places/unlisted_names.hpp"

#include <algorithm>

#include "geo/places/name_beginnings.hpp"
#include "geo/places/unlisted_words.hpp"

namespace chronomap {
using namespace unlisted;

namespace {

class UnlistedNames {
  public:
    UnlistedNames(const ScannedText& text, const Gazetteer::Impl& gazetteer, const std::vector<bool>& taken,
                  std::vector<PlaceMention>& mentions)
        : words_(text.words), text_(text), gazetteer_(gazetteer), taken_(taken), mentions_(mentions) {}

    void run() {
        std::size_t place = 0;
        const std::size_t listed = mentions_.size();
        for (std::uint32_t i = 0; i < words_.size();) {
            if (taken_[i]) {
                i = pass_place(i, listed, place);
                continue;
            }
            if (!may_begin(i)) {
                ++i;
                continue;
            }
            const std::uint32_t end = end_of(i);
            if (const char* rule = rule_of(i, end)) {
                add(i, end, rule);
                list_ = {end, rule != std::string_view("preposition")};
            } else if (goes_on(i, end)) {
                add(i, end, "list of names");
                list_ = {end, list_.sure && list_.end + 1 >= i};
            }
            i = end;
        }
    }

  private:
    /// Steps over a name that is read already, and keeps whether a list may go on from it.
    std::uint32_t pass_place(std::uint32_t i, std::size_t listed, std::size_t& place) {
        while (place < listed && mentions_[place].range.end <= words_[i].begin) ++place;
        std::uint32_t end = i + 1;
        if (place < listed && mentions_[place].range.begin <= words_[i].begin)
            while (end < words_.size() && words_[end].begin < mentions_[place].range.end) ++end;
        const bool known = place < listed && mentions_[place].kind == PlaceMentionKind::toponym &&
                           mentions_[place].place && mentions_[place].place->feature == FeatureClass::populated;
        if (!known) return end;
        const bool listed_on = place_is_led_ && i > 0 && (place_end_ == i || place_end_ + 1 == i);
        const Lead lead = lead_of(i);
        place_is_led_ = lead.noun_of || is_locative(lead.key) || lead.key == "at" || lead.key == "of" ||
                        takes_place(lead.key) || contains(hitting(), lead.key) || listed_on;
        place_end_ = end;
        return end;
    }

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

    /// What stands before a name in its sentence, on the far side of articles and adjectives.
    struct Lead {
        std::string_view key;  ///< of the word; empty: there is none
        std::uint32_t at = 0;  ///< its number
        bool article = false;
        bool noun_of = false;  ///< "the village of", "north of"
    };

    /// "rebel-held", "government-controlled"
    bool is_held(std::uint32_t i) const {
        const std::string& key = words_[i].key;
        return i > 0 && words_[i].gap == WordGap::hyphen &&
               (key == "held" || key == "controlled" || key == "occupied" || key == "run" || key == "populated");
    }

    Lead lead_of(std::uint32_t i) const {
        Lead lead;
        while (i > 0 && words_[i].gap == WordGap::space && !text_.sentence_start[i]) {
            const std::string& before = words_[i - 1].key;
            const bool opens = text_.sentence_start[i - 1];
            if (words_[i - 1].capitalised && !opens) return lead;
            if (before == "of" && i > 1 && !words_[i - 2].capitalised &&
                (contains(nouns(), words_[i - 2].key) || (!lead.article && contains(parts(), words_[i - 2].key)))) {
                lead.noun_of = true;
                return lead;
            }
            if (is_held(i - 1)) {
                i -= 2;
                continue;
            }
            if (!contains(describing(), before)) {
                lead.key = before;
                lead.at = i - 1;
                return lead;
            }
            lead.article = lead.article || before == "the";
            if (opens) return lead;
            --i;
        }
        return lead;
    }

    /// "the villages of Daba, Chambor and Majak", "in Dikwa, Biu and Gwoza": a name that a comma or "and" joins to one
    /// that is read, or to one of the gazetteer that stands where places stand.
    bool goes_on(std::uint32_t first, std::uint32_t end) const {
        if (first == 0 || end - first > 3 || is_person(first, end) || text_.sentence_start[first]) return false;
        const bool comma = words_[first].gap == WordGap::comma;
        const bool joined = !comma && first > 1 && words_[first].gap == WordGap::space &&
                            (words_[first - 1].key == "and" || words_[first - 1].key == "or");
        if (!comma && !joined) return false;
        const std::uint32_t before = comma ? first : first - 1;  // behind the name before
        if (list_.end == before && list_.sure) return true;
        if (list_.end != before && !(place_end_ == before && place_is_led_)) return false;
        if (comma && !list_goes_on(end)) return false;
        return is_whole(end) && !is_possessive(end) && !is_doubtful(first, end);
    }

    /// An organisation, or a word that occurs in small letters, too.
    bool is_doubtful(std::uint32_t first, std::uint32_t end) const {
        const NameWord& last = words_[end - 1];
        return is_person(first, end) || names_fighters(first, end) || (last.all_upper && last.key.size() <= 5) ||
               last.key.size() < 3 || text_.lower_case.contains(last.key);
    }

    /// Do a comma or "and" and another name follow?
    bool list_goes_on(std::uint32_t end) const {
        if (end >= words_.size() || text_.sentence_start[end]) return false;
        const bool comma = words_[end].gap == WordGap::comma;
        const std::uint32_t next = words_[end].key == "and" ? end + 1 : comma ? end : end + 2;
        return next < words_.size() && (words_[next].capitalised || is_particle(words_[next].key)) &&
               (comma || words_[end].key == "and") && !contains(other_words(), words_[next].key);
    }

    bool is_person(std::uint32_t first, std::uint32_t end) const {
        // "Khan Touman" is a place, "Abu Hamid" hardly
        const bool generic = contains(first_words(), words_[first].key) && words_[first].key != "abu";
        const bool one_word = end - first == 2 && words_[first + 1].gap == WordGap::apostrophe;  // "Ma'rkabah"
        return end - first > 1 && !generic && !one_word && contains(gazetteer_.words.given, words_[first].key);
    }

    /// Is it the whole phrase that ends before `end`: a mark, a preposition or a word of time follows?
    bool is_whole(std::uint32_t end) const {
        static const StringSet followers =
            set_of({"in",      "on",     "at",    "near",    "from",   "to",      "and",       "or",       "after",
                    "before",  "during", "when",  "while",   "late",   "early",   "last",      "as",       "by",
                    "with",    "where",  "which", "that",    "today",  "tonight", "yesterday", "this",     "inside",
                    "outside", "around", "about", "killing", "killed", "wounded", "left",      "wounding", "injuring",
                    "of",      "for",    "was",   "were",    "has",    "had",     "is",        "since",    "north",
                    "south",   "east",   "west",  "then",    "but",    "who"});
        return end >= words_.size() || words_[end].gap != WordGap::space || text_.sentence_start[end] ||
               contains(followers, words_[end].key) || contains(other_words(), words_[end].key) ||
               (!words_[end].capitalised && (contains(nouns(), words_[end].key) || contains(parts(), words_[end].key)));
    }

    /// "Hanson's electorate"
    bool is_possessive(std::uint32_t end) const {
        return end < words_.size() && words_[end].gap == WordGap::apostrophe && words_[end].key == "s";
    }

    /// "Jaysh Al-Fateh": a name of fighters, not of a place.
    bool names_fighters(std::uint32_t first, std::uint32_t end) const {
        static const StringSet set =
            set_of({"jaysh", "jaish", "jabhat", "jund",   "liwa",    "liwaa",    "harakat",
                    "fatah", "fateh", "faylaq", "ahrar",  "ansar",   "hamas",    "hezbollah",
                    "qaeda", "aqsa",  "nusra",  "shabab", "brigade", "brigades", "resistance"});
        for (std::uint32_t i = first; i < end; ++i)
            if (contains(set, words_[i].key)) return true;
        return false;
    }

    /// "Jabal Al-Koz", "Al-Ramouseh": built as names of places are.
    bool is_built_as_place(std::uint32_t first, std::uint32_t end) const {
        return (contains(first_words(), words_[first].key) && words_[first].key != "abu") ||
               (end > first + 1 && is_particle(words_[first].key) && words_[first + 1].gap == WordGap::hyphen);
    }

    const char* rule_of(std::uint32_t first, std::uint32_t end) const {
        if (end - first > 5) return nullptr;
        const NameWord& last = words_[end - 1];
        const NameWord* after = end < words_.size() && words_[end].gap == WordGap::space ? &words_[end] : nullptr;
        const Lead lead = lead_of(first);
        const bool describes = lead.article && !is_whole(end) && !(after && contains(nouns(), after->key));
        // "the capital of the Turkic world" names no place Turkic
        if (lead.noun_of && !describes && !names_fighters(first, end)) return "noun of name";
        const bool led = is_preposition(lead.key);
        const bool within = led || !lead.key.empty() || lead.article;
        if (after && !after->capitalised && contains(nouns(), after->key) && within && !is_person(first, end))
            return "name with noun";
        if (after && !after->capitalised && contains(sites(), after->key) && led && end - first <= 3 &&
            !is_person(first, end))
            return "name with noun";
        const bool takes = takes_place(lead.key) || contains(hitting(), lead.key);
        if (end - first >= 2 && contains(last_words(), last.key) &&
            (led || takes || contains(sure_last_words(), last.key)))
            return "noun in name";
        if (end - first > 3 || lead.article || is_doubtful(first, end)) return nullptr;
        const bool whole = !after || !after->capitalised || contains(other_words(), after->key);
        if ((is_locative(lead.key) || takes_place(lead.key)) && whole && end - first <= 2) return "preposition";
        if (is_possessive(end) || !is_whole(end)) return nullptr;
        if (lead.key == "at" || (contains(hitting(), lead.key) && is_built_as_place(first, end))) return "preposition";
        const bool of_attack = (lead.key == "on" || lead.key == "of" || lead.key == "for" || lead.key == "over") &&
                               lead.at > 0 && contains(assaults(), words_[lead.at - 1].key);
        return of_attack ? "preposition" : nullptr;
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
    /// Behind the last unlisted name; a list goes on from it. Sure: its noun, not only its preposition, calls it a
    /// place.
    struct List {
        std::uint32_t end = 0;
        bool sure = false;
    } list_;
    std::uint32_t place_end_ = 0;  ///< behind the last town of the gazetteer
    bool place_is_led_ = false;    ///< does it stand where places stand?
};

/// What was part of a name gives way to the place that the name is now; those from `known` on are in order.
void drop_parts_of(std::vector<PlaceMention>& mentions, std::ptrdiff_t known) {
    std::vector<TextRange> unlisted;
    for (auto mention = mentions.begin() + known; mention != mentions.end(); ++mention)
        unlisted.push_back(mention->range);
    std::erase_if(mentions, [&](const PlaceMention& mention) {
        if (mention.kind != PlaceMentionKind::part_of_name) return false;
        const auto next = std::partition_point(
            unlisted.begin(), unlisted.end(), [&](const TextRange& range) { return range.end <= mention.range.begin; });
        return next != unlisted.end() && next->overlaps(mention.range);
    });
}

}  // namespace

void add_unlisted(const ScannedText& text, const Gazetteer::Impl& gazetteer, std::vector<bool>& taken,
                  std::vector<PlaceMention>& mentions) {
    join_name_beginnings(text, taken, mentions);
    const auto known = static_cast<std::ptrdiff_t>(mentions.size());
    UnlistedNames(text, gazetteer, taken, mentions).run();
    drop_parts_of(mentions, known);
}

}  // namespace chronomap
