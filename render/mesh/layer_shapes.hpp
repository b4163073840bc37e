#pragma once

#include <vector>

#include "geo/layers/map_layer.hpp"
#include "render/mesh/shape_projector.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// What is drawn for a feature of a layer, in projected metres.
struct LayerShape {
    std::vector<PlanePoints> rings;  ///< of an area, or discs for points, to fill; even-odd
    std::vector<PlanePoints> lines;  ///< the edge, or the line itself
};
/// `disc_radius_m`: of the discs that points are drawn as.
LayerShape layer_shape(const ShapeProjector& projector, const Projection& projection, const LayerFeature& feature,
                       double disc_radius_m);

/// Which way hatching leans.
enum class HatchLean : std::uint8_t { right, left };

/// Parallel lines at 45 degrees over the whole view and a rim around it, `spacing_m` apart, in projected metres. They
/// are fixed to the ground, so that a map that moves takes its hatching along.
std::vector<PlanePoints> hatch_lines(const View& view, double spacing_m, HatchLean lean);

}  // namespace chronomap
