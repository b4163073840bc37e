#include "geo/io/geo_box.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {
namespace {

struct Centroid {
    double area = 0;  // in square degrees
    LonLat point;
};

/// The shoelace formula, about the ring's first point for accuracy.
Centroid centroid_of(const std::vector<LonLat>& ring) {
    double twice_area = 0, x = 0, y = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].lon - ring[0].lon, ay = ring[i].lat - ring[0].lat;
        const double bx = ring[i + 1].lon - ring[0].lon, by = ring[i + 1].lat - ring[0].lat;
        const double cross = ax * by - bx * ay;
        twice_area += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
    }
    if (twice_area == 0) return {0, ring[0]};
    return {std::abs(twice_area) / 2, {ring[0].lon + x / (3 * twice_area), ring[0].lat + y / (3 * twice_area)}};
}

/// Longitudes at which the rings cross the parallel `lat`, ascending: inside lies between each pair.
std::vector<double> crossings(const std::vector<std::vector<LonLat>>& rings, double lat) {
    std::vector<double> lons;
    for (const auto& ring : rings) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const LonLat &a = ring[i - 1], &b = ring[i];
            if ((a.lat > lat) != (b.lat > lat))
                lons.push_back(a.lon + (b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat));
        }
    }
    std::ranges::sort(lons);
    return lons;
}

}  // namespace

bool is_inside(const std::vector<std::vector<LonLat>>& rings, const LonLat& point) {
    const std::vector<double> lons = crossings(rings, point.lat);
    return std::ranges::count_if(lons, [&](double lon) { return lon < point.lon; }) % 2 == 1;
}

LonLat point_inside(const std::vector<std::vector<LonLat>>& rings) {
    Centroid largest;
    for (const auto& ring : rings) {
        if (ring.empty()) continue;
        const Centroid centroid = centroid_of(ring);
        if (centroid.area >= largest.area) largest = centroid;
    }
    const std::vector<double> lons = crossings(rings, largest.point.lat);
    double widest = -1, middle = largest.point.lon;
    for (std::size_t i = 0; i + 1 < lons.size(); i += 2) {
        if (lons[i] < largest.point.lon && largest.point.lon < lons[i + 1]) return largest.point;
        if (lons[i + 1] - lons[i] > widest) widest = lons[i + 1] - lons[i], middle = (lons[i] + lons[i + 1]) / 2;
    }
    return {middle, largest.point.lat};
}

GeoBox box_of(const std::vector<std::vector<LonLat>>& parts) {
    struct Interval {
        double west, east;
    };
    std::vector<Interval> intervals;
    double south = 90, north = -90;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        Interval interval{part[0].lon, part[0].lon};
        for (const LonLat& point : part) {
            interval.west = std::min(interval.west, point.lon);
            interval.east = std::max(interval.east, point.lon);
            south = std::min(south, point.lat);
            north = std::max(north, point.lat);
        }
        intervals.push_back(interval);
    }
    if (intervals.empty()) return {};
    // The widest gap between the parts, around the whole circle, is what the box leaves out.
    std::ranges::sort(intervals, {}, &Interval::west);
    double east = intervals[0].east, widest = -1, gap_begin = 0, gap_end = 0;
    for (const Interval& interval : intervals) {
        if (interval.west - east > widest) widest = interval.west - east, gap_begin = east, gap_end = interval.west;
        east = std::max(east, interval.east);
    }
    const double around = intervals[0].west + 360 - east;
    if (around >= widest) return {intervals[0].west, south, east, north};
    return {gap_end, south, gap_begin, north};
}

}  // namespace chronomap
