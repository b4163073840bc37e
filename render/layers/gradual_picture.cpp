#include "render/layers/gradual_picture.hpp"

#include <chrono>
#include <utility>

#include "render/mesh/shape_projector.hpp"

namespace chronomap {
namespace {

/// Of the view's size, around it: what is cut off at the edge of the meshes is not seen.
constexpr double margin = 0.03;

PlanePoint origin_in(const View& view) {
    return {view.centre_x, view.centre_y};
}

}  // namespace

void GradualPicture::drop() {
    view_.reset();
    meshed_ = {};
    meshes_.reset();
    meshing_.cancel_all();
}

void GradualPicture::begin(const View& view, std::shared_ptr<const Basemap> basemap) {
    drop();
    if (picture_.width() != view.width_px || picture_.height() != view.height_px) {
        auto made = RenderTarget::create(view.width_px, view.height_px);
        picture_ = made ? std::move(*made) : RenderTarget();
    }
    if (!picture_.framebuffer()) return;  // larger than the driver draws
    view_ = view;
    done_ = 0;
    meshed_ = meshing_.submit([view, basemap = std::move(basemap)](const std::stop_token&) {
        const auto projection = projection_for(view.crs);
        if (!projection) return Meshed();
        return converted<FillMesh, LineMesh>(
            basemap_shapes(ShapeProjector(**projection, view, margin), view, basemap.get()),
            [&](const std::vector<PlanePoints>& rings) { return fill_mesh(rings, origin_in(view)); },
            [&](const std::vector<PlanePoints>& lines) { return line_mesh(lines, origin_in(view)); });
    });
}

/// One step: uploads what was meshed.
bool GradualPicture::has_meshes() {
    if (meshes_) return true;
    if (meshed_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
    const PlanePoint origin = origin_in(*view_);
    meshes_ = converted<FillOnGpu, LineOnGpu>(
        meshed_.get(), [&](const FillMesh& mesh) { return FillOnGpu(mesh, origin); },
        [&](const LineMesh& mesh) { return LineOnGpu(mesh, origin); });
    return false;
}

GradualPicture::Whole GradualPicture::take(RenderTarget spare) {
    Whole whole{std::move(*view_), std::exchange(picture_, std::move(spare)), std::move(*meshes_)};
    drop();
    return whole;
}

BasemapMeshes meshes_of(const BasemapShapes& shapes, const View& view) {
    return converted<FillOnGpu, LineOnGpu>(
        shapes,
        [&](const std::vector<PlanePoints>& rings) { return FillOnGpu(rings, origin_in(view)); },
        [&](const std::vector<PlanePoints>& lines) { return LineOnGpu(lines, origin_in(view)); });
}

}  // namespace chronomap
