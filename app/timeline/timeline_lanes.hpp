#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/events/event_set.hpp"
#include "geo/layers/map_layer.hpp"

namespace chronomap {

/// Something that lasts: the events of one kind that have the same span, or what a layer says of one holder.
struct TimelineLane {
    TimeSpan span;
    bool uncertain = false;  ///< of all its events the date is not certain: soft ends
    bool of_layer = false;
    bool one_unit = false;  ///< a month, a year …: so far the date is known, and it need not last as long
    EventKind kind = EventKind::other;
    std::size_t events = 1;
    EventIndex first = 0;      ///< of the events
    std::size_t holder = 0;    ///< of a layer's: decides its colour, as on the map
    std::string words;         ///< of a layer's: "Armenia, 1994–2020"
    friend bool operator==(const TimelineLane&, const TimelineLane&) = default;
};

/// The events that last longer than two days, the longest first; the few thousand longest where there are more.
/// `uncertain` is a column beside the events.
std::vector<TimelineLane> lanes_of_events(const EventSet& events, const std::vector<std::uint8_t>& uncertain);

/// What the layers' features last, in the layers' order, then by time. Those without dates have no lane.
std::vector<TimelineLane> lanes_of_layers(const std::vector<MapLayerPtr>& layers);

}  // namespace chronomap
