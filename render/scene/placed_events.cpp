#include "render/scene/placed_events.hpp"

#include <limits>
#include <string_view>
#include <unordered_map>

namespace chronomap {

PlacedEvents place_events(const EventSet& events, const std::string& crs) {
    PlacedEvents placed;
    placed.place_of.reserve(events.events.size());
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (const Event& event : events.events) {
        if (!event.place) {
            placed.place_of.push_back(PlacedEvents::no_place);
            continue;
        }
        const auto [found, is_new] =
            known.try_emplace(event.place->id, static_cast<std::uint32_t>(placed.places.size()));
        if (is_new) placed.places.push_back(event.place);
        placed.place_of.push_back(found->second);
    }
    placed.at.reserve(placed.places.size());
    for (const PlacePtr& place : placed.places) placed.at.push_back({place->location.lon, place->location.lat});
    if (const auto projection = projection_for(crs)) {
        (*projection)->forward(placed.at);
    } else {
        constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
        placed.at.assign(placed.places.size(), {nowhere, nowhere});
    }
    return placed;
}

}  // namespace chronomap
