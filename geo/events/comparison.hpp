#pragma once

#include <array>
#include <string>
#include <vector>

#include "geo/events/event_set.hpp"

namespace chronomap {

/// In which of two selections something is: what ended, what stayed, what appeared.
enum class ComparedIn : std::uint8_t { first_only, both, second_only };
inline constexpr std::size_t compared_in_count = 3;

/// A place with the events that are told of it in either selection.
struct ComparedPlace {
    PlacePtr place;
    std::string surface;     ///< the spelling of its first event
    std::size_t events = 0;  ///< of both selections; one that is in both counts once
    std::size_t first = 0;   ///< events of the first selection
    std::size_t second = 0;  ///< events of the second selection
};

/// What one of the three shares has. Every event of either selection is in exactly one share, and so is every place.
struct ComparedShare {
    std::vector<EventIndex> events;     ///< ascending
    std::vector<ComparedPlace> places;  ///< most events first, then by the name
};

/// Two selections of the same events beside each other.
struct Comparison {
    std::array<ComparedShare, compared_in_count> shares;

    const ComparedShare& of(ComparedIn in) const { return shares[static_cast<std::size_t>(in)]; }
    /// Events of either selection: the sum of the three shares.
    std::size_t events() const;
};

/// Compares what meets `first` with what meets `second`. A place is in both when each selection has an event there,
/// be it the same one or another. Rows of a dataset tell of one place where name and point are the same.
Comparison compare(const EventSet& events, const TimeSpan& first, const TimeSpan& second);

}  // namespace chronomap
