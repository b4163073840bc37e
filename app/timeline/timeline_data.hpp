#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/state/time_settings.hpp"
#include "app/timeline/timeline_axis.hpp"
#include "app/timeline/timeline_lanes.hpp"
#include "geo/time/calendar_bins.hpp"

namespace chronomap {

/// A part of the timeline's bars: the events of a kind, or of an article.
struct BarGroup {
    EventKind kind = EventKind::other;
    std::size_t number = 0;  ///< of the article's colour
    std::string name;        ///< "Fighting", the article's heading, or "Other sources (7)"
};

/// What the timeline shows of the events, worked out once for a set of events and a length of bins, so that a frame
/// costs no more with a million events than with ten.
class TimelineData {
  public:
    /// Brings groups, busy spans and lanes up to date.
    void update(const EventSetPtr& events, const TimeSpan& extent, TimelineStacking stacking,
                const std::vector<MapLayerPtr>& layers);
    /// The bars at the shortest length of bins of which at most `most` cover the extent. Valid until the next update().
    const StackedHistogram& bars(std::size_t most);

    const std::vector<BarGroup>& groups() const { return groups_; }
    TimelineStacking stacking() const { return stacking_; }
    const std::vector<TimeSpan>& busy() const { return busy_; }
    /// Layers' first, then events', the longest first.
    const std::vector<TimelineLane>& lanes() const { return lanes_; }
    /// How many events of each group meet `span`, and how many of all have no certain date. Remembers its last answer.
    struct Counts {
        TimeSpan span;
        std::vector<std::size_t> groups;
        std::size_t all = 0, uncertain = 0;
    };
    const Counts& counts_in(const TimeSpan& span);

  private:
    void group_events();
    void group_by_article();

    EventSetPtr events_;
    TimeSpan extent_;
    TimelineStacking stacking_ = TimelineStacking::kind;
    std::vector<MapLayerPtr> layers_;
    std::vector<std::uint8_t> uncertain_;
    std::vector<std::uint16_t> group_;
    std::vector<BarGroup> groups_;
    std::vector<TimeSpan> busy_;
    std::vector<TimelineLane> event_lanes_, lanes_;
    std::map<BinLength, StackedHistogram> bars_;  ///< those asked for so far, so that zooming back costs nothing
    Counts counts_;
};

}  // namespace chronomap
