#include "render/scene/placed_events.hpp"

#include <limits>
#include <string_view>
#include <unordered_map>

namespace chronomap {

bool is_uncertain(const Event& event) {
    return event.date.approximate() || event.date.uncertain() || event.dated_by == DatedBy::narrative ||
           event.dated_by == DatedBy::dateline;
}

PlacedEvents place_events(const EventSet& events, const std::string& crs) {
    PlacedEvents placed;
    const std::size_t count = events.events.size();
    placed.place_of.reserve(count);
    placed.kinds.reserve(count);
    placed.counts.reserve(count);
    placed.uncertain.reserve(count);
    placed.not_fact.reserve(count);
    // Rows of a dataset share their places: those need no look at the id.
    std::unordered_map<const Place*, std::uint32_t> seen;
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (const Event& event : events.events) {
        placed.kinds.push_back(event.kind);
        placed.counts.push_back(event.count);
        placed.uncertain.push_back(is_uncertain(event));
        placed.not_fact.push_back(event.modality != Modality::fact);
        if (const Verdict verdict = verdict_of(event); verdict != Verdict::none) {
            placed.verdicts.resize(count);
            placed.verdicts[placed.kinds.size() - 1] = verdict;
        }
        if (!event.place) {
            placed.place_of.push_back(PlacedEvents::no_place);
            continue;
        }
        const auto [same, is_unseen] = seen.try_emplace(event.place.get());
        if (is_unseen) {
            const auto [found, is_new] =
                known.try_emplace(event.place->id, static_cast<std::uint32_t>(placed.places.size()));
            if (is_new) placed.places.push_back(event.place);
            same->second = found->second;
        }
        placed.place_of.push_back(same->second);
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
