#include "render/snapshot/offscreen_renderer.hpp"

#include "render/gl/gl_objects.hpp"

namespace chronomap {

OffscreenRenderer::OffscreenRenderer()
    : starting_(std::async(std::launch::async, []() -> Result<OffscreenContext> {
          auto context = OffscreenContext::create();
          if (!context) return context;
          // The first use of the context is where the driver compiles its own start-up code.
          if (const auto current = context->make_current(); !current) return tl::unexpected(current.error());
          context->release();
          return context;
      })) {}

OffscreenRenderer::~OffscreenRenderer() {
    if (context_ && renderer_) (void)context_->make_current();
    renderer_.reset();
}

Result<void> OffscreenRenderer::start() {
    if (starting_.valid()) {
        auto context = starting_.get();
        if (!context) return tl::unexpected(context.error());
        context_ = std::move(*context);
    }
    if (!context_) return fail("OpenGL did not start");
    if (const auto current = context_->make_current(); !current) return current;
    if (renderer_) return {};
    auto renderer = MapRenderer::create();
    if (!renderer) return tl::unexpected(renderer.error());
    renderer_ = std::move(*renderer);
    return {};
}

Result<Image> OffscreenRenderer::render(const Scene& scene, const View& view) {
    if (const auto started = start(); !started) return tl::unexpected(started.error());
    auto target = RenderTarget::create(view.width_px, view.height_px);
    if (!target) return tl::unexpected(target.error());
    renderer_->render(scene, view, target->framebuffer());
    Image image{view.width_px, view.height_px, target->read()};
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
}

Result<Image> render_snapshot(const Scene& scene, const View& view) {
    return OffscreenRenderer().render(scene, view);
}

}  // namespace chronomap
