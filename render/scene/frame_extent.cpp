#include "render/scene/frame_extent.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "render/scene/view.hpp"

namespace chronomap {
namespace {

constexpr double degree = M_PI / 180;

/// Great circle distance in degrees (haversine).
double distance_degrees(LonLat a, LonLat b) {
    const double s = std::sin((b.lat - a.lat) * degree / 2), t = std::sin((b.lon - a.lon) * degree / 2);
    const double h = s * s + std::cos(a.lat * degree) * std::cos(b.lat * degree) * t * t;
    return 2 * std::asin(std::min(1.0, std::sqrt(h))) / degree;
}

/// Larger side of the box, degrees of a great circle; 0 for a point.
double size_degrees(const Place& place) {
    if (place.extent == ExtentClass::point || !place.box) return 0;
    const GeoBox& box = *place.box;
    double width = box.east - box.west;
    if (width < 0) width += 360;
    return std::max(width * std::cos((box.south + box.north) / 2 * degree), box.north - box.south);
}

struct WeightedPlace {
    PlacePtr place;
    std::size_t events = 0;
};

/// The distance within which at least `share` of the events lie from `centre`.
double radius_of_share(const std::vector<WeightedPlace>& places, LonLat centre, double share) {
    std::vector<std::pair<double, std::size_t>> at;
    std::size_t total = 0;
    for (const auto& [place, events] : places) {
        at.emplace_back(distance_degrees(centre, place->location), events);
        total += events;
    }
    std::ranges::sort(at);
    std::size_t reached = 0;
    for (const auto& [distance, events] : at) {
        reached += events;
        if (static_cast<double>(reached) >= share * static_cast<double>(total)) return distance;
    }
    return 180;
}

}  // namespace

FrameExtent frame_extent(const EventSet& events) {
    std::map<std::string, WeightedPlace> by_id;
    for (const Event& event : events.events) {
        if (!event.place) continue;
        WeightedPlace& here = by_id[event.place->id];
        here.place = event.place;
        ++here.events;
    }
    std::vector<WeightedPlace> places;
    for (auto& [id, here] : by_id) places.push_back(std::move(here));
    FrameExtent frame{extent_of({}), 0};
    if (places.empty()) return frame;

    // Countries and larger do not make a frame as long as something smaller does.
    constexpr double too_large = 5;
    std::vector<WeightedPlace> small;
    std::ranges::copy_if(places, std::back_inserter(small),
                         [](const WeightedPlace& here) { return size_degrees(*here.place) <= too_large; });
    const std::vector<WeightedPlace>& told = small.empty() ? places : small;

    // The place nearest to most others is the middle of the story; 60 % of the events about it are its core.
    // Few enough candidates that this stays quick with datasets of many thousand places.
    const std::size_t stride = std::max<std::size_t>(1, told.size() / 200);
    LonLat middle = told[0].place->location;
    double core = 1e9;
    for (std::size_t i = 0; i < told.size(); i += stride) {
        const double radius = radius_of_share(told, told[i].place->location, 0.6);
        if (radius < core) core = radius, middle = told[i].place->location;
    }
    // What lies within a few times the core's size belongs to the frame.
    const double reach = std::max(3.0, 2.6 * core);
    std::vector<PlacePtr> kept;
    for (const WeightedPlace& here : told)
        if (distance_degrees(middle, here.place->location) <= reach) kept.push_back(here.place);
    frame.box = extent_of(kept);
    double width = frame.box.east - frame.box.west;
    if (width < 0) width += 360;
    for (const WeightedPlace& here : places) {
        const LonLat p = here.place->location;
        double from_west = std::fmod(p.lon - frame.box.west + 720, 360);
        if (from_west > width || p.lat < frame.box.south || p.lat > frame.box.north) frame.outside += here.events;
    }
    return frame;
}

}  // namespace chronomap
