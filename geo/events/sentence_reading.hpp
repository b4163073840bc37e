#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/events/event.hpp"
#include "geo/events/triggers.hpp"

namespace chronomap {

/// A word of a sentence with what the trigger table knows of it.
struct ReadWord {
    TextRange range;
    std::string lower;  ///< without case; punctuation as it is
    bool capitalised = false;
    bool punctuation = false;
    bool figurative = false;              ///< "captured the title": tells of nothing that happened somewhere
    const TriggerEntry* entry = nullptr;  ///< of this word, or of this and the next
    bool locates = false;                 ///< in other languages: a preposition of place, or a name's ending of place
    ModalWord modal = ModalWord::none;    ///< what its own ending or beginning says of it
};

/// One sentence made ready for pairing places with dates. Places and dates point into the article's mentions.
struct SentenceReading {
    std::string_view text;  ///< of the article
    Sentence sentence;
    std::vector<ReadWord> words;
    std::vector<const PlaceMention*> places;  ///< resolved, no demonyms, in order
    std::vector<const PlaceMention*> named;   ///< as `places`, with those that no gazetteer has
    std::vector<TextRange> demonyms;          ///< "Iraqi"
    std::vector<const DateMention*> dates;    ///< with a date, in order
    bool unresolved_place = false;            ///< a place is named that could not be resolved
    bool unread_place = false;                ///< of another language: a name stands where places do, and none is read
    bool unread_date = false;                 ///< a date is named that could not be placed on the calendar
    bool heading = false;                     ///< no full stop, no verb: a title or a list item
    bool past = false, present = false;       ///< an event verb in the past, in the present
    bool stative = false;                     ///< tells how things are
    bool planned = false;
    bool verbs_come_last = false;  ///< in its language
    bool now = false;              ///< "now", "currently", "today"
    EventKind kind = EventKind::other;
    TextRange trigger;  ///< the word that tells the kind, or the first event verb

    /// Number of the first word at or after byte `at`; words.size() past the end.
    std::size_t word_at(std::uint32_t at) const;
    bool is_demonym(const TextRange& word) const;
    bool has_event_verb() const { return past || present; }
};

SentenceReading read_sentence(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                              const std::vector<PlaceMention>& places, const std::vector<DateMention>& dates,
                              const TriggerTable& triggers);

}  // namespace chronomap
