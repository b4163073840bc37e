#include "render/layers/layer_painter.hpp"

#include "render/layers/layer_drawing.hpp"

namespace chronomap {

const LayerPainter::ShapeMesh& LayerPainter::mesh_of(const Frame& frame, const LayerMark& mark) {
    if (const auto found = meshes_.find(mark.feature); found != meshes_.end()) return found->second;
    const View& meshed = *meshed_.view;
    const ShapeProjector projector(frame.projection, meshed, meshed_.margin);
    const LayerShape shape = layer_shape(projector, frame.projection, *mark.feature,
                                         point_radius * meshed.pixel_ratio * meshed.metres_per_px);
    const PlanePoint origin{meshed.centre_x, meshed.centre_y};
    ShapeMesh mesh{mark.layer, FillOnGpu(shape.rings, origin), LineOnGpu(shape.lines, origin)};
    return meshes_.emplace(mark.feature, std::move(mesh)).first->second;
}

const LineOnGpu& LayerPainter::hatching(const Frame& frame, HatchLean lean) {
    const auto which = static_cast<std::size_t>(lean);
    const View& view = frame.view;
    if (hatched_[which] != view) {
        hatchings_[which] = LineOnGpu(hatch_lines(view, hatch_spacing * view.pixel_ratio * view.metres_per_px, lean),
                                      {view.centre_x, view.centre_y});
        hatched_[which] = view;
    }
    return hatchings_[which];
}

void LayerPainter::draw(const Frame& frame, const Pen& pen, const std::vector<LayerMark>& marks) {
    if (marks.empty()) return;
    if (!meshed_.serves(frame.view)) {
        meshes_.clear();
        meshed_.remake_for(frame.view);
    }
    pen.begin();
    draw_layer_marks(
        frame.view, frame.style, marks, pen,
        [&](const LayerMark& mark) -> const ShapeMesh& { return mesh_of(frame, mark); },
        [&](HatchLean lean) -> const LineOnGpu& { return hatching(frame, lean); });
}

}  // namespace chronomap
