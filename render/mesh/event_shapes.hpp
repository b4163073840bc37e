#pragma once

#include <vector>

#include "geo/io/basemap.hpp"
#include "geo/places/place.hpp"
#include "geo/spatial/projection.hpp"
#include "render/mesh/shape_projector.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// What is drawn for an event of an area or a line, in projected metres.
struct EventShape {
    std::vector<PlanePoints> rings;  ///< to fill, even-odd; the last point is not the first
    std::vector<PlanePoints> lines;  ///< the edge, or the line itself
    bool exact = true;               ///< false: only a box or less is known; drawn dashed
    double size_m = 0;               ///< longer side of its box
};

/// `basemap` gives outlines of today's countries whose place has none or a rough one; may be null.
EventShape event_shape(const ShapeProjector& projector, const Projection& projection, const View& view,
                       const Place& place, const Basemap* basemap);

/// The leaders of a fan, in projected metres.
std::vector<PlanePoints> leader_lines(const View& view, const EventMarks& marks);

}  // namespace chronomap
