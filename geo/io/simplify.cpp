#include "geo/io/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace chronomap {
namespace {

/// Distance in degrees from `p` to the segment a-b, with longitude shortened by `lon_scale` (the cosine of latitude).
double distance_to_segment(const LonLat& p, const LonLat& a, const LonLat& b, double lon_scale) {
    const double ax = (a.lon - p.lon) * lon_scale, ay = a.lat - p.lat;
    const double dx = (b.lon - a.lon) * lon_scale, dy = b.lat - a.lat;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0.0;
    return std::hypot(ax + t * dx, ay + t * dy);
}

struct Piece {
    std::size_t first, last;
    float limit;  // tolerance of the split that made it
};

/// Cosine of the latitude of the line's point nearest to the equator: no error is larger on the ground than told.
double lon_scale_of(std::span<const LonLat> line) {
    double lat = 90;
    for (const LonLat& p : line) lat = std::min(lat, std::abs(p.lat));
    return std::max(0.1, std::cos(lat * std::numbers::pi / 180));
}

}  // namespace

std::vector<float> point_tolerances(std::span<const LonLat> line) {
    constexpr float always = std::numeric_limits<float>::infinity();
    std::vector<float> tolerance(line.size(), always);
    if (line.size() < 3) return tolerance;
    const double lon_scale = lon_scale_of(line);

    std::vector<Piece> pieces;
    const std::size_t last = line.size() - 1;
    if (line.front() == line.back()) {
        // A ring: split at the point farthest from its first one, which gets the ring's size as its tolerance.
        std::size_t far = 0;
        double distance = -1;
        for (std::size_t i = 1; i < last; ++i) {
            const double d = distance_to_segment(line[i], line[0], line[0], lon_scale);
            if (d > distance) distance = d, far = i;
        }
        tolerance[far] = static_cast<float>(distance);
        pieces = {{0, far, tolerance[far]}, {far, last, tolerance[far]}};
    } else {
        pieces = {{0, last, always}};
    }
    while (!pieces.empty()) {
        const Piece piece = pieces.back();
        pieces.pop_back();
        if (piece.last <= piece.first + 1) continue;
        std::size_t split = piece.first;
        double distance = -1;
        for (std::size_t i = piece.first + 1; i < piece.last; ++i) {
            const double d = distance_to_segment(line[i], line[piece.first], line[piece.last], lon_scale);
            if (d > distance) distance = d, split = i;
        }
        tolerance[split] = std::min(piece.limit, static_cast<float>(distance));
        pieces.push_back({piece.first, split, tolerance[split]});
        pieces.push_back({split, piece.last, tolerance[split]});
    }
    return tolerance;
}

}  // namespace chronomap
