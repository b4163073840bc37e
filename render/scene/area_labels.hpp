#pragma once

#include <vector>

#include "geo/io/basemap.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Where the name of a country or a lake goes: the middle of the roomiest part that is seen. Device pixels.
struct AreaLabel {
    const BasemapFeature* feature = nullptr;
    double x = 0, y = 0;
    double room_px = 0;  ///< free width at that place
    bool water = false;
};

/// Countries and lakes with enough of them in view to bear a name, roomiest first.
std::vector<AreaLabel> area_labels(const Basemap& basemap, const View& view);

}  // namespace chronomap
