#pragma once

#include <string>
#include <vector>

#include "geo/layers/map_layer.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// A feature of a layer that is there at the time shown, and its colour.
struct LayerMark {
    MapLayerPtr layer;
    const LayerFeature* feature = nullptr;
    std::size_t holder = 0;  ///< number of its holder among the layer's: decides colour and direction of hatching

    Colour colour(const Style& style) const { return style.layer_colours[holder % style.layer_colours.size()]; }
};

/// What the layers show at some day of `span`, in drawing order: areas, lines, points. A holder's number does not
/// depend on the time.
std::vector<LayerMark> arrange_layers(const std::vector<MapLayerPtr>& layers, const TimeSpan& span);

/// True when some of the feature may be seen: by the box of its points.
bool may_be_seen(const LayerFeature& feature, const View& view);

/// As pixels_of() sees it.
bool may_be_seen(const GeoBox& box, const View& view);

/// The whole sources line of a map: its furniture's, the relief's, and that of each layer that is seen at the time
/// shown: "A · B".
std::string map_sources(const Scene& scene, const View& view);

}  // namespace chronomap
