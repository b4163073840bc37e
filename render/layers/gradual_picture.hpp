#pragma once

#include <algorithm>
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <utility>

#include "geo/base/worker_pool.hpp"
#include "geo/io/basemap.hpp"
#include "render/gl/gl_objects.hpp"
#include "render/layers/pen.hpp"
#include "render/mesh/basemap_shapes.hpp"

namespace chronomap {

/// The basemap's parts on the GPU.
using BasemapMeshes = BasemapParts<FillOnGpu, LineOnGpu>;
/// Their positions count from the view's centre.
BasemapMeshes meshes_of(const BasemapShapes& shapes, const View& view);

/// A picture of the basemap that is made over several frames, a little in each, while an older one is shown: projected
/// on a worker, then drawn in bands of rows.
class GradualPicture {
  public:
    /// Begins one of `view`, whatever was under way.
    void begin(const View& view, std::shared_ptr<const Basemap> basemap);
    void drop();
    bool under_way() const { return view_.has_value(); }
    /// While under way.
    const View& view() const { return *view_; }

    /// The next little. `paint(meshes, part, framebuffer)` draws that part of the view. True when the picture is whole:
    /// it is then to be taken.
    template <class Paint>
    bool advance(const Paint& paint) {
        if (!view_ || !has_meshes()) return false;
        const PixelWindow part{0, next_row_, view_->width_px, std::min(band_rows_, view_->height_px - next_row_)};
        paint(*meshes_, part, band_.framebuffer());
        band_.copy_to(picture_, {0, 0, part.width, part.height}, next_row_);
        next_row_ += part.height;
        return next_row_ >= view_->height_px;
    }

    struct Whole {
        View view;
        RenderTarget picture;
        BasemapMeshes meshes;
    };
    Whole take();

  private:
    bool has_meshes();

    std::optional<View> view_;
    std::future<BasemapShapes> shapes_;
    std::optional<BasemapMeshes> meshes_;
    RenderTarget picture_, band_;
    int band_rows_ = 0, next_row_ = 0;
    WorkerPool projecting_{1};
};

}  // namespace chronomap
