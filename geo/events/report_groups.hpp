#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/events/event.hpp"
#include "geo/events/shared_events.hpp"

namespace chronomap {

/// Index of an event in an EventSet.
using EventIndex = std::uint32_t;

/// Whether reports of one event are shown as one.
enum class Grouping : std::uint8_t { off, on };

/// The reports of one event in an EventSet.
struct ReportGroup {
    std::vector<EventIndex> reports;   ///< two or more; the first leads
    std::vector<std::string> reasons;  ///< of each report after the first
};

/// Which events of a set are reports of one event. Most sets have few groups, and those of datasets none.
struct ReportGroups {
    std::vector<ReportGroup> groups;
    std::unordered_map<EventIndex, std::uint32_t> group_of;  ///< only of reports in a group
    std::vector<TimeSpan> lead_spans;                        ///< of the set without the reports that do not lead

    bool empty() const { return groups.empty(); }
    /// Reports that are shown with another one: events told + folded() = events extracted.
    std::size_t folded() const { return group_of.size() - groups.size(); }
    /// The group of a report; null: it is the only one of its event.
    const ReportGroup* of(EventIndex report) const;
    /// The report that leads the group; itself where it is the only one.
    EventIndex lead_of(EventIndex report) const;
    /// All reports of the event, the leading one first; one that is the only one gives itself.
    std::vector<EventIndex> with(EventIndex report) const;
    /// Keeps, of the reports in `found` that are of one event, the one that stands first in its group. O(found).
    void keep_one_each(std::vector<EventIndex>& found) const;
};

/// Groups the events of articles (not the rows of datasets, which have no sentences of mentions). `events` are a set's
/// columns, `spans` their dates.
ReportGroups group_reports(std::span<const Event> events, std::span<const TimeSpan> spans,
                           std::span<const std::shared_ptr<const Extraction>> articles,
                           const ReportDecisions& decisions = {});

}  // namespace chronomap
