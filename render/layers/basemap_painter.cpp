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

void BasemapPainter::draw(const Frame& frame, const std::shared_ptr<const Basemap>& basemap,
                          const std::shared_ptr<const Style>& style, unsigned target) {
    const bool same_sources = basemap == basemap_ && style == style_;
    if (!picture_holds_ || !same_sources || !(picture_view_ == frame.view)) {
        if (basemap != basemap_) meshed_ = {};
        basemap_ = basemap;
        style_ = style;
        if (!meshed_.serves(frame.view)) make_meshes(frame, basemap.get());
        if (picture_.width() != frame.view.width_px || picture_.height() != frame.view.height_px) {
            auto made = RenderTarget::create(frame.view.width_px, frame.view.height_px);
            picture_ = made ? std::move(*made) : RenderTarget();
        }
        picture_view_ = frame.view;
        picture_holds_ = picture_.framebuffer() != 0;
        bind_framebuffer(picture_holds_ ? picture_.framebuffer() : target);
        pen_.clear(frame.view, style->page);
        draw_basemap(frame.view, *style, *meshes_, pen_);
    }
    if (!picture_holds_) return;
    picture_.copy_to(target);
    pen_.clear_stencil();
}

}  // namespace chronomap
