#pragma once

#include <future>
#include <memory>
#include <optional>

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
/// and meshed on a worker, then drawn step by step.
class GradualPicture {
  public:
    /// Begins one of `view`, whatever was under way.
    void begin(const View& view, std::shared_ptr<const Basemap> basemap);
    void drop();
    bool under_way() const { return view_.has_value(); }
    /// While under way.
    const View& view() const { return *view_; }

    /// The next little. `paint(meshes, framebuffer, done)` draws some steps more than `done` and counts them there;
    /// it returns whether that was all. True when the picture is whole: it is then to be taken.
    template <class Paint>
    bool advance(const Paint& paint) {
        return view_ && has_meshes() && paint(*meshes_, picture_.framebuffer(), done_);
    }

    struct Whole {
        View view;
        RenderTarget picture;
        BasemapMeshes meshes;
    };
    /// `spare` is a picture to make the next one on, where it has the size.
    Whole take(RenderTarget spare);

  private:
    using Meshed = BasemapParts<FillMesh, LineMesh>;
    bool has_meshes();

    std::optional<View> view_;
    std::future<Meshed> meshed_;
    std::optional<BasemapMeshes> meshes_;
    RenderTarget picture_;
    int done_ = 0;
    WorkerPool meshing_{1};
};

}  // namespace chronomap
