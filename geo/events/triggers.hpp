#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/event.hpp"
#include "geo/text/word_filter.hpp"

namespace chronomap {

/// What a word says of the deed told near it.
enum class ModalWord : std::uint8_t {
    none,
    negation,  ///< "not", "never": close before it
    denial,    ///< "denied", "rejected": further off, too
    plan,      ///< "will", "ordered"
    doubt      ///< "may", "allegedly"
};

/// Where the speaker of a verb of saying stands.
enum class SpeakerSide : std::uint8_t {
    around,  ///< before it or else behind: "officials said", "said officials"
    behind,  ///< "according to officials"
    before   ///< as of Turkish "göre"
};

/// What a word or phrase does in a report.
struct TriggerEntry {
    EventKind kind = EventKind::other;
    bool verb = false;     ///< tells that something happened
    bool past = false;     ///< in the past (or a participle)
    bool says = false;     ///< a verb of saying
    bool speaker = false;  ///< may be the subject of one ("officials")
    bool stative = false;  ///< tells how things are, not what happened
    bool planned = false;  ///< what follows has not happened
    bool joins = false;    ///< "что": what stands before the comma says how sure what follows is
    SpeakerSide speaker_side = SpeakerSide::around;
    ModalWord modal = ModalWord::none;
    std::uint8_t words = 1;  ///< how many the entry consists of
};

/// Words of one language that tell the kind of an event, who says so and how sure it is, from a data file
/// (assets/triggers). Immutable.
class TriggerTable {
  public:
    static Result<TriggerTable> load(const std::string& path);

    /// The entry of a word or a phrase (lower case), or null.
    const TriggerEntry* find(std::string_view words) const;
    /// The entry of a phrase of these two words, else of the first of them, else null.
    const TriggerEntry* find(std::string_view word, std::string_view next) const;
    /// What the ending or the beginning of a verb says of it: "saldırmadı", "չհարձակվեց".
    ModalWord modality_of(std::string_view verb) const;
    /// A preposition that tells where ("в"), and a name whose ending does ("Bakıda", "Երևանում").
    bool is_locative(std::string_view word) const;
    bool has_locative_ending(std::string_view name) const;
    /// Code of the language, "en".
    const std::string& language() const { return language_; }
    /// Do verbs stand at the end, with what says how sure they are behind them?
    bool verbs_come_last() const { return verbs_come_last_; }

  private:
    const TriggerEntry* find_stem(std::string_view word) const;
    void share_modality();
    void add_all(const std::vector<std::string>& words, const TriggerEntry& entry);
    void add_verbs(const std::vector<std::string>& verbs, const TriggerEntry& entry);
    void add_verb(const std::string& forms, TriggerEntry entry);
    void add(const std::string& words, const TriggerEntry& entry);

    struct Affix {
        std::string letters;
        ModalWord modal = ModalWord::none;
    };

    std::string language_ = "en";
    bool verbs_come_last_ = false;
    struct HashText {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Table = std::unordered_map<std::string, TriggerEntry, HashText, std::equal_to<>>;

    Table words_, stems_;
    std::size_t shortest_stem_ = 0, longest_stem_ = 0;  ///< bytes
    std::vector<Affix> endings_, beginnings_;
    std::vector<std::string> locatives_, locative_endings_;  ///< of English: in happening_words.hpp
    WordFilter single_words_, first_words_;                  ///< first_words_: of entries of two
};

}  // namespace chronomap
