#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "geo/io/basemap.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Where the name of a country or a lake goes: the middle of the roomiest part that is seen. Device pixels.
struct AreaLabel {
    const BasemapFeature* feature = nullptr;
    double x = 0, y = 0;
    double room_px = 0;  ///< free width at that place
    bool water = false;
};

/// Where names stood before, on the plane, by BasemapFeature::name.
using AreaAnchors = std::unordered_map<std::uint32_t, PlanePoint>;

/// Countries and lakes with enough of them in view to bear a name, roomiest first. The places that are looked at stay
/// with the ground when the view is panned. A name stays at its anchor as long as that has most of the best room.
std::vector<AreaLabel> area_labels(const Basemap& basemap, const View& view, const AreaAnchors& anchors = {});

}  // namespace chronomap
