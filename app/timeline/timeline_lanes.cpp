#include "app/timeline/timeline_lanes.hpp"

#include <algorithm>
#include <array>

#include "app/state/time_steps.hpp"
#include "geo/time/calendar_unit.hpp"
#include "render/scene/layer_marks.hpp"

namespace chronomap {

namespace {

/// What is as long as this may be seen as a bar where the timeline is closest.
constexpr std::chrono::days least_length{3};
constexpr std::size_t most_lanes = 2000;

/// In days; an open end counts as very long.
std::int64_t length_of(const TimeSpan& span) {
    return std::int64_t{span.end.time_since_epoch().count()} - span.begin.time_since_epoch().count();
}

bool is_one_unit(const TimeSpan& span) {
    for (const CalendarUnit unit :
         {CalendarUnit::month, CalendarUnit::year, CalendarUnit::decade, CalendarUnit::century})
        if (span.begin != open_begin && unit_around(span.begin, unit) == span) return true;
    return false;
}

/// Events [first, last) have the same span: a lane for each kind.
void add_lanes(const EventSet& events, const std::vector<std::uint8_t>& uncertain, std::size_t first, std::size_t last,
               std::vector<TimelineLane>& lanes) {
    std::array<TimelineLane, event_kind_count> kinds;
    const bool one_unit = is_one_unit(events.spans[first]);
    for (TimelineLane& lane : kinds) lane.events = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (events.reports.lead_of(static_cast<EventIndex>(i)) != i) continue;
        const EventKind kind = events.events[i].kind;
        TimelineLane& lane = kinds[static_cast<std::size_t>(kind)];
        if (lane.events == 0) {
            lane = {events.spans[i], true, false, one_unit, kind, 0, static_cast<EventIndex>(i), 0, {}};
        }
        ++lane.events;
        lane.uncertain = lane.uncertain && uncertain[i] != 0;
    }
    for (TimelineLane& lane : kinds)
        if (lane.events > 0) lanes.push_back(std::move(lane));
}

}  // namespace

std::vector<TimelineLane> lanes_of_events(const EventSet& events, const std::vector<std::uint8_t>& uncertain) {
    std::vector<TimelineLane> lanes;
    // Equal spans are neighbours.
    for (std::size_t first = 0, last = 0; first < events.spans.size(); first = last) {
        while (last < events.spans.size() && events.spans[last] == events.spans[first]) ++last;
        if (length_of(events.spans[first]) >= least_length.count()) add_lanes(events, uncertain, first, last, lanes);
    }
    const auto longer = [](const TimelineLane& a, const TimelineLane& b) { return length_of(a.span) > length_of(b.span); };
    std::ranges::stable_sort(lanes, longer);
    if (lanes.size() > most_lanes) lanes.resize(most_lanes);
    return lanes;
}

std::vector<TimelineLane> lanes_of_layers(const std::vector<MapLayerPtr>& layers) {
    std::vector<TimelineLane> lanes;
    for (const MapLayerPtr& layer : layers) {
        const std::size_t before = lanes.size();
        for (const LayerMark& mark : arrange_layers({layer}, all_time)) {
            const LayerFeature& feature = *mark.feature;
            if (feature.span == all_time) continue;
            TimelineLane lane;
            lane.span = feature.span;
            lane.of_layer = true;
            lane.holder = mark.holder;
            const std::string who = !feature.holder.empty() ? feature.holder
                                    : !feature.name.empty() ? feature.name
                                                            : layer->name;
            lane.words = (feature.status == ClaimStatus::claimed ? "claimed by " : "") + who + ", " +
                         describe(edtf_from_span(feature.span));
            lane.uncertain = feature.begin.approximate() || feature.begin.uncertain() || feature.end.approximate() ||
                             feature.end.uncertain();
            const auto same = std::find_if(lanes.begin() + static_cast<std::ptrdiff_t>(before), lanes.end(),
                                           [&](const TimelineLane& other) { return other.words == lane.words; });
            if (same == lanes.end() && lanes.size() < most_lanes) lanes.push_back(std::move(lane));
        }
        std::stable_sort(lanes.begin() + static_cast<std::ptrdiff_t>(before), lanes.end(),
                         [](const TimelineLane& a, const TimelineLane& b) { return a.span.begin < b.span.begin; });
    }
    return lanes;
}

}  // namespace chronomap
