#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geo/events/apply_corrections.hpp"
#include "geo/events/event.hpp"
#include "geo/events/event_filter.hpp"
#include "geo/events/id_index.hpp"
#include "geo/events/report_groups.hpp"

namespace chronomap {

/// An immutable set of events, sorted by begin (ties: end, then order of arrival), with the articles they came from.
/// Columns are what a frame needs; the rest is in `events`.
struct EventSet {
    std::vector<Event> events;
    std::vector<TimeSpan> spans;          ///< column: events[i].date.span()
    std::vector<ExtractionPtr> articles;  ///< in order of arrival
    EventFilter filter;                   ///< that `events` passed
    std::size_t filtered_out = 0;         ///< how many did not
    std::vector<Event> rejected;          ///< by the user: counted and listed, but not shown unless the filter says so
    std::size_t merged = 0;               ///< events that are told by another one
    std::size_t made = 0;                 ///< added or split off by the user: not among the extracted
    std::vector<LostCorrection> lost;     ///< corrections that no longer find their sentence
    std::size_t undated = 0;              ///< residue counts, so that shown + residue = extracted
    std::size_t unplaced = 0;
    std::size_t other_residue = 0;  ///< sentences with a place or a date that tell no event
    ReportDecisions decisions;      ///< of the user: which reports are of different events
    ReportGroups reports;           ///< which of the events are told by several articles
    std::vector<Day> latest_end;    ///< column: the last end among events [0, i], for `meeting`
    IdIndex by_id;

    /// Indices of the events whose span meets `span`, ascending. Of several reports of one event the foremost that
    /// meets it.
    std::vector<EventIndex> meeting(const TimeSpan& span) const;
    /// No value: events.size().
    EventIndex index_of(std::string_view event_id) const;
    /// Also one that was rejected; null when there is none of that id.
    const Event* find(std::string_view event_id) const;
    /// All that there is: shown, filtered out, rejected or told by another. Less `made` it is what was extracted.
    std::size_t total() const { return events.size() + filtered_out + rejected.size() + merged; }
    /// Which report of the event stands for it while `span` is shown: see meeting(). The leading one where none is.
    EventIndex standing_for(EventIndex report, const TimeSpan& span) const;
    /// How many events there are when reports of one event count once.
    std::size_t told() const { return events.size() - reports.folded(); }
    /// The dates of the events, those of leading reports only.
    const std::vector<TimeSpan>& told_spans() const { return reports.empty() ? spans : reports.lead_spans; }
    /// Span from the first begin to the last end that are not open; empty when there are no events.
    TimeSpan extent() const;
};

using EventSetPtr = std::shared_ptr<const EventSet>;

/// The only mutator of events. Publishes a new immutable EventSet after each change.
class EventStore {
  public:
    EventStore();
    /// Adds an article (replacing one of the same id) with all its events.
    void add(ExtractionPtr extraction) { add(std::vector{std::move(extraction)}); }
    /// The same for several, of which the last one of an id counts; one new set for all of them.
    void add(std::vector<ExtractionPtr> extractions);
    void remove_article(const std::string& id);
    void clear();
    /// Which events the set has from now on.
    void set_filter(EventFilter filter);
    /// What the user says otherwise than the program read; applied to all that is published from now on.
    void set_corrections(EventCorrections corrections);
    /// Whether reports of one event are shown as one from now on; they are until told otherwise.
    void set_grouping(Grouping grouping);
    Grouping grouping() const { return grouping_; }
    const EventFilter& filter() const { return current_->filter; }
    EventSetPtr current() const { return current_; }

  private:
    void publish(EventFilter filter);
    std::vector<ExtractionPtr> extractions_;
    EventCorrections corrections_;
    Grouping grouping_ = Grouping::on;
    EventSetPtr current_;
};

}  // namespace chronomap
