#pragma once

#include <optional>
#include <vector>

#include "geo/places/place.hpp"

namespace chronomap {

/// The place in an area where its name fits best, and how far the area reaches from there. Degrees.
struct AreaRoom {
    LonLat middle;
    double west = 0, east = 0;    ///< longitudes, at the middle's latitude and a little above and below it
    double south = 0, north = 0;  ///< latitudes, at the middle's longitude
};

/// Looks along parallels for the place that leaves most room to both sides, and above and below. `rings` by the
/// even-odd rule; what lies in `water` is no room. Nothing for an empty area.
std::optional<AreaRoom> roomiest_place(const std::vector<std::vector<LonLat>>& rings,
                                       const std::vector<std::vector<LonLat>>& water = {});

}  // namespace chronomap
