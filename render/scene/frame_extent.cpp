#include "render/scene/frame_extent.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

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

struct WeightedPoint {
    LonLat at;
    std::size_t events = 0;
};

/// Each place once, in the order of the events that first tell of it.
std::vector<WeightedPlace> places_of(const EventSet& events) {
    // Rows of a dataset share their places: most need no look at the id.
    std::unordered_map<const Place*, std::size_t> by_address;
    std::unordered_map<std::string_view, std::size_t> by_id;
    std::vector<WeightedPlace> places;
    for (const Event& event : events.events) {
        if (!event.place) continue;
        const auto [address, is_new_address] = by_address.try_emplace(event.place.get(), places.size());
        if (is_new_address) {
            const auto [id, is_new] = by_id.try_emplace(event.place->id, places.size());
            if (is_new) places.push_back({event.place, 0});
            address->second = id->second;
        }
        ++places[address->second].events;
    }
    return places;
}

/// Where the places are; thousands of them by the square that they lie in, a degree wide or as many that two thousand
/// are left, which is near enough for a frame.
std::vector<WeightedPoint> points_of(const std::vector<WeightedPlace>& places) {
    constexpr std::size_t many = 1000, most_points = 2000;
    std::vector<WeightedPoint> points;
    for (double side = 1; side < 90; side *= 2) {
        points.clear();
        std::unordered_map<long, std::size_t> by_square;
        by_square.reserve(most_points);
        for (const auto& [place, events] : places) {
            const LonLat at = place->location;
            const long square = static_cast<long>(std::floor(at.lat / side)) * 1000 +
                                static_cast<long>(std::floor(at.lon / side));
            const auto [found, is_new] = by_square.try_emplace(square, points.size());
            if (is_new || places.size() <= many)
                points.push_back({at, events});
            else
                points[found->second].events += events;
        }
        if (points.size() <= most_points) break;
    }
    return points;
}

/// The distance within which at least `share` of the events lie from `centre`.
double radius_of_share(const std::vector<WeightedPoint>& points, LonLat centre, double share) {
    std::vector<std::pair<double, std::size_t>> at;
    std::size_t total = 0;
    for (const auto& [point, events] : points) {
        at.emplace_back(distance_degrees(centre, point), events);
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
    std::vector<WeightedPlace> places = places_of(events);
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
    const std::vector<WeightedPoint> points = points_of(told);
    const std::size_t stride = std::max<std::size_t>(1, points.size() / 200);
    LonLat middle = points[0].at;
    double core = 1e9;
    for (std::size_t i = 0; i < points.size(); i += stride) {
        const double radius = radius_of_share(points, points[i].at, 0.6);
        if (radius < core) core = radius, middle = points[i].at;
    }
    // What lies within a few times the core's size belongs to the frame. In a large set a twentieth is no outlier.
    double reach = std::max(3.0, 2.6 * core);
    constexpr std::size_t large_set = 200;
    if (events.events.size() >= large_set) reach = std::max(reach, 1.05 * radius_of_share(points, middle, 0.95));
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
