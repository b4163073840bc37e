#include "geo/events/comparison.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace chronomap {
namespace {

ComparedIn share_of(bool in_first, bool in_second) {
    return in_first && in_second ? ComparedIn::both : in_first ? ComparedIn::first_only : ComparedIn::second_only;
}

}  // namespace

std::size_t Comparison::events() const {
    std::size_t sum = 0;
    for (const ComparedShare& share : shares) sum += share.events.size();
    return sum;
}

Comparison compare(const EventSet& events, const TimeSpan& first, const TimeSpan& second) {
    // Of one event another report may stand for either selection: the leading one stands for both.
    const auto leads = [&](const TimeSpan& span) {
        std::vector<EventIndex> found = events.meeting(span);
        for (EventIndex& index : found) index = events.reports.lead_of(index);
        std::ranges::sort(found);
        return found;
    };
    const std::vector<EventIndex> a = leads(first), b = leads(second);
    std::vector<EventIndex> either;
    std::ranges::set_union(a, b, std::back_inserter(either));
    Comparison comparison;
    std::map<std::tuple<std::string, double, double>, ComparedPlace> places;
    for (const EventIndex index : either) {
        const bool in_first = std::ranges::binary_search(a, index), in_second = std::ranges::binary_search(b, index);
        comparison.shares[static_cast<std::size_t>(share_of(in_first, in_second))].events.push_back(index);
        const Event& event = events.events[index];
        const LonLat at = event.place->location;
        ComparedPlace& seen = places[{event.place->name, at.lon, at.lat}];
        if (!seen.place) seen.place = event.place, seen.surface = event.place_surface;
        ++seen.events;
        if (in_first) ++seen.first;
        if (in_second) ++seen.second;
    }
    for (const auto& [key, seen] : places)
        comparison.shares[static_cast<std::size_t>(share_of(seen.first > 0, seen.second > 0))].places.push_back(seen);
    for (ComparedShare& share : comparison.shares)
        std::ranges::stable_sort(share.places, [](const ComparedPlace& x, const ComparedPlace& y) {
            return x.events != y.events ? x.events > y.events : x.place->name < y.place->name;
        });
    return comparison;
}

}  // namespace chronomap
