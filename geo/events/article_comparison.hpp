#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/events/disagreements.hpp"
#include "geo/events/event_set.hpp"

namespace chronomap {

/// Which events of a comparison are looked at.
enum class ComparedRows : std::uint8_t {
    all,
    shared,    ///< that two articles or more tell
    only_one,  ///< that one article tells
    disagree   ///< that articles tell in different ways
};
std::string_view name_of(ComparedRows rows);
std::optional<ComparedRows> compared_rows_from(std::string_view name);

/// One event, and what each article says of it.
struct ComparedEvent {
    std::vector<EventIndex> reports;          ///< the leading one first
    std::vector<std::vector<EventIndex>> by;  ///< by article: its reports of the event; empty: it is silent
    std::vector<std::string> reasons;         ///< of each report after the first: why it was joined
    std::vector<Disagreement> differences;    ///< `said` goes with `reports`

    std::size_t told_by() const;  ///< how many articles
    /// True when articles contradict each other: a date that is only less precise, another speaker or another kind of
    /// event (which is the program's own reading) is no contradiction.
    bool contradicts() const;
};

/// Articles beside each other: their events in order of time.
struct ArticleComparison {
    std::vector<ExtractionPtr> articles;
    std::vector<ComparedEvent> events;

    /// Indices into `events`.
    std::vector<std::size_t> rows(ComparedRows which) const;
};

/// Compares what articles tell, by the set's groups of reports or, while these are switched off, by those that would be
/// found. `ids`: which articles, in this order; empty: all that have a text.
ArticleComparison compare_articles(const EventSet& events, std::span<const std::string> ids = {});

/// True for an article with mentions: not the rows of a dataset.
bool is_article(const Extraction& extraction);

}  // namespace chronomap
