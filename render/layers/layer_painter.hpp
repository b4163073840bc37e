#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "render/layers/meshed_extent.hpp"
#include "render/layers/pen.hpp"
#include "render/mesh/layer_shapes.hpp"
#include "render/scene/frame.hpp"
#include "render/scene/layer_marks.hpp"

namespace chronomap {

/// Areas, lines and points over time. A feature's shape is projected once for a view: moving the time makes no mesh
/// anew.
class LayerPainter {
  public:
    void draw(const Frame& frame, const Pen& pen, const std::vector<LayerMark>& marks);

  private:
    struct ShapeMesh {
        MapLayerPtr layer;  ///< keeps the feature alive that the mesh is found by
        FillOnGpu fill;
        LineOnGpu line;
    };
    const ShapeMesh& mesh_of(const Frame& frame, const LayerMark& mark);
    const LineOnGpu& hatching(const Frame& frame, HatchLean lean);

    std::map<const LayerFeature*, ShapeMesh> meshes_;
    MeshedExtent meshed_;
    std::array<LineOnGpu, 2> hatchings_;
    std::array<std::optional<View>, 2> hatched_;
};

}  // namespace chronomap
