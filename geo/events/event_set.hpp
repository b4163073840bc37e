#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geo/events/event.hpp"
#include "geo/events/event_filter.hpp"
#include "geo/events/id_index.hpp"

namespace chronomap {

/// Index of an event in an EventSet.
using EventIndex = std::uint32_t;

/// An immutable set of events, sorted by begin (ties: end, then order of arrival), with the articles they came from.
/// Columns are what a frame needs; the rest is in `events`.
struct EventSet {
    std::vector<Event> events;
    std::vector<TimeSpan> spans;          ///< column: events[i].date.span()
    std::vector<ExtractionPtr> articles;  ///< in order of arrival
    EventFilter filter;                   ///< that `events` passed
    std::size_t filtered_out = 0;         ///< how many did not
    std::size_t undated = 0;              ///< residue counts, so that shown + residue = extracted
    std::size_t unplaced = 0;
    std::size_t other_residue = 0;  ///< sentences with a place or a date that tell no event
    std::vector<Day> latest_end;    ///< column: the last end among events [0, i], for `meeting`
    IdIndex by_id;

    /// Indices of the events whose span meets `span`, ascending.
    std::vector<EventIndex> meeting(const TimeSpan& span) const;
    /// No value: events.size().
    EventIndex index_of(std::string_view event_id) const;
    /// Span from the first begin to the last end that are not open; empty when there are no events.
    TimeSpan extent() const;
};

using EventSetPtr = std::shared_ptr<const EventSet>;

/// The only mutator of events. Publishes a new immutable EventSet after each change.
class EventStore {
  public:
    EventStore();
    /// Adds an article (replacing one of the same id) with all its events.
    void add(ExtractionPtr extraction);
    void remove_article(const std::string& id);
    void clear();
    /// Which events the set has from now on.
    void set_filter(EventFilter filter);
    const EventFilter& filter() const { return current_->filter; }
    EventSetPtr current() const { return current_; }

  private:
    void publish(EventFilter filter);
    std::vector<ExtractionPtr> extractions_;
    EventSetPtr current_;
};

}  // namespace chronomap
