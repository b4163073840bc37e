#include "geo/events/lasso.hpp"

#include <cmath>

namespace chronomap {
namespace {

/// The shorter way from one longitude to another, in [-180, 180).
double turn(double degrees) {
    degrees = std::fmod(degrees + 180, 360);
    return degrees < 0 ? degrees + 180 : degrees - 180;
}

}  // namespace

bool lies_in_lasso(const std::vector<LonLat>& lasso, const LonLat& at) {
    if (lasso.size() < 3) return false;
    // Counts how often the meridian from the point up to the north pole is crossed.
    bool beyond = false;
    double around = 0, latitudes = 0;
    for (std::size_t i = 0; i < lasso.size(); ++i) {
        const LonLat &a = lasso[i], &b = lasso[(i + 1) % lasso.size()];
        const double along = turn(b.lon - a.lon), from = turn(a.lon - at.lon), to = from + along;
        around += along;
        latitudes += a.lat;
        if ((from < 0) == (to < 0)) continue;
        if (a.lat + (b.lat - a.lat) * -from / along > at.lat) beyond = !beyond;
    }
    const bool has_north_pole = std::abs(around) > 180 && latitudes >= 0;
    return beyond != has_north_pole;
}

}  // namespace chronomap
