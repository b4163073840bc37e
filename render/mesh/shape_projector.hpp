#pragma once

#include <span>
#include <vector>

#include "geo/io/basemap.hpp"
#include "geo/spatial/clip.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Brings rings and lines in degrees onto the projected plane: only what is near the view, cut where the projection
/// tears, bent where it bends, without points closer than half a pixel.
class ShapeProjector {
  public:
    /// `margin`: share of the view's width and height that is kept around it.
    ShapeProjector(const Projection& projection, const View& view, double margin);

    /// False when the box (degrees, west <= east) is certainly not in view.
    bool may_show(const DegreeBox& box) const;

    /// Closed areas for an even-odd fill, appended to `out`. The last point is not repeated.
    void add_ring(const PlanePoints& ring, std::vector<PlanePoints>& out) const;
    /// Lines, appended to `out`. Edges along +-180 degrees or a pole, where shapes are cut, are left out of outlines.
    enum class Kind { line, outline };
    void add_line(const PlanePoints& line, Kind kind, std::vector<PlanePoints>& out) const;

    /// The whole globe's outline as seen: rings.
    std::vector<PlanePoints> globe() const;
    /// Meridians and parallels every `step` degrees.
    std::vector<PlanePoints> graticule(double step) const;
    const GeoBox& visible() const { return visible_; }

  private:
    void project_pieces(PlanePoints&& piece, bool closed, std::vector<PlanePoints>& out) const;
    PlanePoints cut_to_cap(const PlanePoints& ring) const;
    double inside_cap(const PlanePoint& point) const;

    const Projection& projection_;
    GeoBox visible_;
    std::vector<DegreeBox> windows_;
    double step_degrees_;
    double least_distance_;  // metres
    double longest_jump_;    // metres
    bool cap_ = false;
};

/// The coarsest level whose lines are within half a pixel of the full data.
int level_of_detail(const Basemap& basemap, double metres_per_px);

/// A basemap part or a place's part as points of the degree plane.
PlanePoints plane_points(std::span<const PackedPoint> points);
PlanePoints plane_points(std::span<const LonLat> points);
DegreeBox box_of(const PlanePoints& points);

}  // namespace chronomap
