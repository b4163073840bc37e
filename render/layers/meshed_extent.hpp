#pragma once

#include <cmath>
#include <optional>

#include "render/scene/view.hpp"

namespace chronomap {

/// Which part of the plane meshes were made for, and at what scale; default: none.
struct MeshedExtent {
    std::optional<View> view;
    double margin = 0;  ///< share of the view's size that was added on each side

    /// True when the meshes can show `wanted`: inside what was meshed, at nearly the scale it was simplified for.
    bool serves(const View& wanted) const {
        if (!view || wanted.crs != view->crs || wanted.pixel_ratio != view->pixel_ratio) return false;
        const double ratio = wanted.metres_per_px / view->metres_per_px;
        if (ratio < 0.7 || ratio > 1.4) return false;
        const double reach_x = view->width_px * view->metres_per_px * (0.5 + margin);
        const double reach_y = view->height_px * view->metres_per_px * (0.5 + margin);
        return std::abs(wanted.centre_x - view->centre_x) + wanted.width_px * wanted.metres_per_px / 2 <= reach_x &&
               std::abs(wanted.centre_y - view->centre_y) + wanted.height_px * wanted.metres_per_px / 2 <= reach_y;
    }
    /// For the next meshes: one picture needs no more than its frame; a map that moves is given room to move in.
    void remake_for(const View& wanted) {
        margin = view ? 0.35 : 0.03;
        view = wanted;
    }
};

}  // namespace chronomap
