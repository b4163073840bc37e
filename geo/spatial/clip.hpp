#pragma once

#include <vector>

#include "geo/places/place.hpp"
#include "geo/spatial/projection.hpp"

namespace chronomap {

/// Longitudes and latitudes here are plane coordinates in degrees (x = lon, y = lat): shapes end at +-180 as GeoJSON
/// wants it (RFC 7946, 3.1.9), and an edge is a straight line between its ends in this plane.
using PlanePoints = std::vector<PlanePoint>;

/// A box with west <= east in that plane; longitudes past +-180 are meant as they are.
struct DegreeBox {
    double west = -180, south = -90, east = 180, north = 90;
    bool meets(const DegreeBox& other) const {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }
};

/// The ring cut to `box` (Sutherland and Hodgman, 1974). Parts that a cut separates stay joined along the box's edge,
/// which an even-odd fill does not show. Empty when nothing is inside.
PlanePoints clip_ring(const PlanePoints& ring, const DegreeBox& box);

/// The pieces of the line inside `box`; each has two or more points.
std::vector<PlanePoints> clip_line(const PlanePoints& line, const DegreeBox& box);

/// Puts points on edges longer than `max_step` (degrees in the plane), so that they bend when projected.
PlanePoints densified(const PlanePoints& line, double max_step);

/// Even-odd test against all rings together.
bool contains(const std::vector<std::vector<LonLat>>& rings, LonLat point);

}  // namespace chronomap
