#pragma once

#include <future>
#include <memory>
#include <optional>

#include "render/gl/offscreen_context.hpp"
#include "render/map_renderer.hpp"
#include "render/snapshot/picture_writer.hpp"

namespace chronomap {

/// Draws scenes into images without a display. Making one returns at once: EGL and the driver start on a thread of
/// their own meanwhile, while the caller reads its data. Use and destroy it on the thread that first calls render.
class OffscreenRenderer : public PictureWriter {
  public:
    OffscreenRenderer();
    ~OffscreenRenderer() override;
    OffscreenRenderer(const OffscreenRenderer&) = delete;
    OffscreenRenderer& operator=(const OffscreenRenderer&) = delete;

    Result<Image> render(const Scene& scene, const View& view) override;
    Result<Image> render(const MapPage& page) override;
    Result<void> write(const Scene& scene, const View& view, const std::string& path,
                       const PictureOptions& options = {}, const Progress& progress = {}) override;
    Result<void> write(const MapPage& page, const std::string& path, const PictureOptions& options = {},
                       const Progress& progress = {}) override;

  private:
    /// The renderer goes before its context.
    struct Started {
        OffscreenContext context;
        std::unique_ptr<MapRenderer> renderer;
    };
    Result<void> start();
    std::future<Result<Started>> starting_;
    std::optional<Started> started_;
};

}  // namespace chronomap
