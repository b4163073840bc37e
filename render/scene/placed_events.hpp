#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/events/event_set.hpp"
#include "geo/events/user_mark.hpp"
#include "geo/spatial/projection.hpp"

namespace chronomap {

/// Where the events of a set are on a projected plane, and what else every frame asks of them, in columns: worked out
/// once.
struct PlacedEvents {
    static constexpr std::uint32_t no_place = UINT32_MAX;

    std::vector<std::uint32_t> place_of;  ///< of each event: an index into `places`, or no_place
    std::vector<PlacePtr> places;         ///< each once, in the order of the events
    std::vector<PlanePoint> at;           ///< of each place; not finite where the projection has no place for it
    std::vector<EventKind> kinds;         ///< of each event, as its
    std::vector<std::int64_t> counts;     ///< Event::count
    std::vector<std::uint8_t> uncertain;  ///< is_uncertain()
    std::vector<std::uint8_t> not_fact;   ///< told as planned, possible or denied
    std::vector<Verdict> verdicts;        ///< and the user's verdict; empty where no event has one
};

/// True for a date that is qualified ("1993~", "1993?") or was not told with the event itself.
bool is_uncertain(const Event& event);

/// `crs` as View::crs has it; unknown: nothing is finite.
PlacedEvents place_events(const EventSet& events, const std::string& crs);

}  // namespace chronomap
