#include "render/snapshot/offscreen_renderer.hpp"

#include "render/gl/gl_objects.hpp"
#include "render/snapshot/page_picture.hpp"

namespace chronomap {

OffscreenRenderer::OffscreenRenderer()
    : starting_(std::async(std::launch::async, []() -> Result<Started> {
          auto context = OffscreenContext::create();
          if (!context) return tl::unexpected(context.error());
          // The first use of the context is where the driver compiles its own start-up code and our shaders.
          if (const auto current = context->make_current(); !current) return tl::unexpected(current.error());
          auto renderer = MapRenderer::create();
          context->release();
          if (!renderer) return tl::unexpected(renderer.error());
          return Started{std::move(*context), std::move(*renderer)};
      })) {}

OffscreenRenderer::~OffscreenRenderer() {
    if (starting_.valid()) (void)start();
    if (started_) (void)started_->context.make_current();
}

Result<void> OffscreenRenderer::start() {
    if (starting_.valid()) {
        auto started = starting_.get();
        if (!started) return tl::unexpected(started.error());
        started_.emplace(std::move(*started));
    }
    if (!started_) return fail("OpenGL did not start");
    return started_->context.make_current();
}

Result<Image> OffscreenRenderer::render(const Scene& scene, const View& view) {
    if (const auto started = start(); !started) return tl::unexpected(started.error());
    return render_image(*started_->renderer, scene, view);
}

Result<Image> OffscreenRenderer::render(const MapPage& page) {
    if (const auto started = start(); !started) return tl::unexpected(started.error());
    return render_page_image(*started_->renderer, page);
}

Result<void> OffscreenRenderer::write(const Scene& scene, const View& view, const std::string& path,
                                      const PictureOptions& options, const Progress& progress) {
    if (const auto format = picture_format_from(path); format && is_vector(*format))
        return write_vector_picture(scene, view, path, options, progress);
    if (const auto started = start(); !started) return started;
    return write_picture(*started_->renderer, scene, view, path, options, progress);
}

Result<void> OffscreenRenderer::write(const MapPage& page, const std::string& path, const PictureOptions& options,
                                      const Progress& progress) {
    if (const auto format = picture_format_from(path); format && is_vector(*format))
        return write_vector_page(page, path, options, progress);
    if (const auto started = start(); !started) return started;
    return write_page(*started_->renderer, page, path, options, progress);
}

Result<Image> render_snapshot(const Scene& scene, const View& view) {
    return OffscreenRenderer().render(scene, view);
}

}  // namespace chronomap
