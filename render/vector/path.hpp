#pragma once

#include <cstdint>
#include <vector>

#include "geo/spatial/clip.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

/// Lines and cubic curves in device pixels from the picture's top left corner, y down. Filled by the even-odd rule.
class Path {
  public:
    /// How many points each takes: one, one, three, none.
    enum class Verb : std::uint8_t { move, line, curve, close };

    void move_to(PixelPoint point) { add(Verb::move, point); }
    void line_to(PixelPoint point) { add(Verb::line, point); }
    void curve_to(PixelPoint control, PixelPoint other_control, PixelPoint point);
    void close() { verbs_.push_back(Verb::close); }

    void append(const Path& other);
    void add_polygon(const std::vector<PixelPoint>& corners);
    void add_circle(PixelPoint centre, double radius);
    void add_box(double left, double top, double width, double height, double corner_radius = 0);

    bool empty() const { return verbs_.empty(); }
    /// Around all points, control points of curves too; empty at (0, 0) for an empty path.
    PixelBox box() const;
    const std::vector<Verb>& verbs() const { return verbs_; }
    const std::vector<PixelPoint>& points() const { return points_; }

  private:
    void add(Verb verb, PixelPoint point) {
        verbs_.push_back(verb);
        points_.push_back(point);
    }
    std::vector<Verb> verbs_;
    std::vector<PixelPoint> points_;
};

/// Projected rings and lines as the view shows them. A line that ends where it began is closed.
Path path_of_rings(const std::vector<PlanePoints>& rings, const View& view);
Path path_of_lines(const std::vector<PlanePoints>& lines, const View& view);

/// A circular arc from `from` around `centre`, by at most an eighth of a turn for each curve. Angles in radians,
/// clockwise on the screen.
void add_arc(Path& path, PixelPoint centre, double radius, double from, double to);

}  // namespace chronomap
