#include "render/layers/basemap_painter.hpp"

#include "render/layers/basemap_drawing.hpp"
#include "render/mesh/shape_projector.hpp"

namespace chronomap {

void BasemapPainter::make_meshes(const Frame& frame, const Basemap* basemap) {
    meshed_.remake_for(frame.view);
    const ShapeProjector projector(frame.projection, frame.view, meshed_.margin);
    const PlanePoint origin{frame.view.centre_x, frame.view.centre_y};
    meshes_ = converted<FillOnGpu, LineOnGpu>(
        basemap_shapes(projector, frame.view, basemap),
        [&](const std::vector<PlanePoints>& rings) { return FillOnGpu(rings, origin); },
        [&](const std::vector<PlanePoints>& lines) { return LineOnGpu(lines, origin); });
}

void BasemapPainter::prepare(const Frame& frame, const std::shared_ptr<const Basemap>& basemap) {
    if (basemap != basemap_) meshed_ = {};
    if (!meshed_.serves(frame.view)) make_meshes(frame, basemap.get());
}

void BasemapPainter::draw(const Frame& frame, const std::shared_ptr<const Basemap>& basemap,
                          std::vector<GroundSheet> ground, const std::shared_ptr<const Style>& style, unsigned target) {
    const bool same = ground == ground_ && basemap == basemap_ && style == style_ && view_ == frame.view;
    prepare(frame, basemap);
    if (!same) picture_holds_ = false;
    basemap_ = basemap;
    ground_ = std::move(ground);
    ground_painter_.keep_only(ground_);
    style_ = style;
    view_ = frame.view;
    const bool whole = pen_.window().part == whole_of(frame.view);
    // Only a view that is asked for again is worth a picture: a single frame, or one of a moving map, is not.
    if (whole && same && !picture_holds_) {
        if (picture_.width() != frame.view.width_px || picture_.height() != frame.view.height_px) {
            auto made = RenderTarget::create(frame.view.width_px, frame.view.height_px);
            picture_ = made ? std::move(*made) : RenderTarget();
        }
        picture_holds_ = picture_.framebuffer() != 0;
        if (picture_holds_) paint(frame, picture_.framebuffer());
    }
    if (whole && picture_holds_) {
        picture_.copy_to(target);
        pen_.clear_stencil();
    } else {
        paint(frame, target);
    }
}

void BasemapPainter::paint(const Frame& frame, unsigned target) {
    bind_framebuffer(target);
    pen_.clear(frame.style.page);
    draw_basemap(frame.view, frame.style, *meshes_, pen_, ground_,
                 [&](const GroundSheet& sheet) { ground_painter_.draw(frame.view, sheet); });
}

}  // namespace chronomap
