#pragma once

#include <cstddef>

#include "geo/events/event_set.hpp"

namespace chronomap {

/// The part of the world that tells a set of events, and how many events lie outside it.
struct FrameExtent {
    GeoBox box;
    std::size_t outside = 0;
};

/// Where most of the events are, whatever their time, so that a series of years has one frame. Far outliers (a
/// ministry's statement from another continent) and areas as large as continents are left out, and counted.
FrameExtent frame_extent(const EventSet& events);

}  // namespace chronomap
