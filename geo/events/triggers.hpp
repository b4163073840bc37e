#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/event.hpp"
#include "geo/text/word_filter.hpp"

namespace chronomap {

/// What a word or phrase does in a report.
struct TriggerEntry {
    EventKind kind = EventKind::other;
    bool verb = false;     ///< tells that something happened
    bool past = false;     ///< in the past (or a participle)
    bool says = false;     ///< a verb of saying
    bool speaker = false;  ///< may be the subject of one ("officials")
    bool stative = false;  ///< tells how things are, not what happened
    bool planned = false;  ///< what follows has not happened
};

/// Words that tell the kind of an event, from a data file (assets/triggers.json). Immutable.
class TriggerTable {
  public:
    static Result<TriggerTable> load(const std::string& path);

    /// The entry of a word or a phrase (lower case), or null.
    const TriggerEntry* find(std::string_view words) const;
    /// The entry of a phrase of these two words, else of the first of them, else null.
    const TriggerEntry* find(std::string_view word, std::string_view next) const;

  private:
    void add_verb(const std::string& forms, TriggerEntry entry);
    void add(const std::string& words, const TriggerEntry& entry);

    std::unordered_map<std::string, TriggerEntry> words_;
    WordFilter single_words_, first_words_;  ///< first_words_: of entries of two
};

}  // namespace chronomap
