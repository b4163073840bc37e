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
    return render_image(*renderer_, scene, view);
}

Result<void> OffscreenRenderer::write(const Scene& scene, const View& view, const std::string& path,
                                      const PictureOptions& options, const Progress& progress) {
    if (const auto format = picture_format_from(path); format && is_vector(*format))
        return write_vector_picture(scene, view, path, options);
    if (const auto started = start(); !started) return started;
    return write_picture(*renderer_, scene, view, path, options, progress);
}

Result<Image> render_snapshot(const Scene& scene, const View& view) {
    return OffscreenRenderer().render(scene, view);
}

}  // namespace chronomap
