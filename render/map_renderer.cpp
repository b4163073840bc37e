#include "render/map_renderer.hpp"

#include <glad/gl.h>

#include "render/layers/basemap_painter.hpp"
#include "render/layers/pen.hpp"

namespace chronomap {

struct MapRenderer::Impl {
    explicit Impl(Pen made) : pen(std::move(made)) {}

    Pen pen;
    BasemapPainter basemap{pen};
    std::vector<HitTarget> hits;
};

MapRenderer::MapRenderer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MapRenderer::~MapRenderer() = default;

Result<std::unique_ptr<MapRenderer>> MapRenderer::create() {
    auto pen = Pen::create();
    if (!pen) return tl::unexpected(pen.error());
    return std::unique_ptr<MapRenderer>(new MapRenderer(std::make_unique<Impl>(std::move(*pen))));
}

void MapRenderer::render(const Scene& scene, const View& view, unsigned target) {
    const std::shared_ptr<const Style> style = scene.style ? scene.style : default_style();
    glBindFramebuffer(GL_FRAMEBUFFER, target);
    const auto projection = projection_for(view.crs);
    if (!projection) {
        impl_->pen.begin(view);
        glClearColor(style->page.r, style->page.g, style->page.b, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        return;
    }
    const Frame frame{view, **projection, *style};
    impl_->basemap.draw(frame, scene.basemap, style, target);
}

const std::vector<HitTarget>& MapRenderer::hits() const {
    return impl_->hits;
}

}  // namespace chronomap
