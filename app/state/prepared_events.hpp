#pragma once

#include <vector>

#include "geo/events/event_set.hpp"
#include "geo/io/geo_box.hpp"

namespace chronomap {

/// A set of events and the box that frames them: worked out once, since with many events it takes a moment.
struct FramedEvents {
    EventSetPtr events;
    GeoBox box;
};

/// What a store becomes with more extractions, made ready beside the window.
struct PreparedEvents {
    EventSetPtr before;  ///< what it is made from: useless when the store has something else by now
    EventStore after;
    FramedEvents framed;
};

/// A pure function.
PreparedEvents prepare_events(EventStore store, const std::vector<ExtractionPtr>& more);

}  // namespace chronomap
