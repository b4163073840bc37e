#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/scene/camera.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Numbered points of the globe on the plane of a view, each projected once for as long as the projection stays: what
/// names stand at is asked for in each frame of a map that moves.
class PlaneMemo {
  public:
    /// For other points from now on.
    void clear() { points_.clear(); }
    /// As screen_from_lonlat() of `point`, which has that number.
    std::optional<PixelPoint> on_screen(const View& view, std::size_t number, LonLat point) {
        if (view.crs != crs_) {
            points_.clear();
            crs_ = view.crs;
        }
        if (number >= points_.size()) points_.resize(number + 1);
        std::optional<PlanePoint>& known = points_[number];
        if (!known) {
            const auto projection = projection_for(view.crs);
            if (!projection) return std::nullopt;
            known = (*projection)->forward(point);
        }
        if (!known->finite()) return std::nullopt;
        return screen_from_plane(view, *known);
    }

  private:
    std::string crs_;
    std::vector<std::optional<PlanePoint>> points_;
};

}  // namespace chronomap
