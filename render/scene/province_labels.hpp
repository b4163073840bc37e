#pragma once

#include <vector>

#include "geo/io/basemap.hpp"
#include "render/scene/plane_memo.hpp"

namespace chronomap {

/// Where the name of a province fits best. Device pixels.
struct ProvinceLabel {
    const BasemapFeature* feature = nullptr;
    double x = 0, y = 0;
    double width_px = 0, height_px = 0;  ///< free to both sides of it, above and below
};

/// The provinces whose names' places lie in the view, roomiest first. A place belongs to the ground: it is the same
/// wherever the view is panned or zoomed to. `on_plane` is kept for as long as the basemap is.
std::vector<ProvinceLabel> province_labels(const Basemap& basemap, const View& view, PlaneMemo& on_plane);

}  // namespace chronomap
