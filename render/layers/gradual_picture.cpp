#include "render/layers/gradual_picture.hpp"

#include "render/mesh/shape_projector.hpp"

namespace chronomap {
namespace {

/// A band has about as many pixels.
constexpr int band_px = 600'000;
/// Of the view's size, around it: what is cut off at the edge of the meshes is not seen.
constexpr double margin = 0.03;

}  // namespace

void GradualPicture::drop() {
    view_.reset();
    shapes_ = {};
    meshes_.reset();
    projecting_.cancel_all();
}

void GradualPicture::begin(const View& view, std::shared_ptr<const Basemap> basemap) {
    drop();
    const int rows = std::clamp(band_px / view.width_px, 1, view.height_px);
    if (picture_.width() != view.width_px || picture_.height() != view.height_px) {
        auto made = RenderTarget::create(view.width_px, view.height_px);
        picture_ = made ? std::move(*made) : RenderTarget();
    }
    if (band_.width() != view.width_px || band_rows_ != rows) {
        auto made = RenderTarget::create(view.width_px, rows);
        band_ = made ? std::move(*made) : RenderTarget();
        band_rows_ = rows;
    }
    if (!picture_.framebuffer() || !band_.framebuffer()) return;  // larger than the driver draws
    view_ = view;
    next_row_ = 0;
    shapes_ = projecting_.submit([view, basemap = std::move(basemap)](const std::stop_token&) {
        const auto projection = projection_for(view.crs);
        if (!projection) return BasemapShapes();
        return basemap_shapes(ShapeProjector(**projection, view, margin), view, basemap.get());
    });
}

/// One step: uploads what was projected.
bool GradualPicture::has_meshes() {
    if (meshes_) return true;
    if (shapes_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
    meshes_ = meshes_of(shapes_.get(), *view_);
    return false;
}

GradualPicture::Whole GradualPicture::take() {
    Whole whole{std::move(*view_), std::move(picture_), std::move(*meshes_)};
    picture_ = {};
    drop();
    return whole;
}

BasemapMeshes meshes_of(const BasemapShapes& shapes, const View& view) {
    const PlanePoint origin{view.centre_x, view.centre_y};
    return converted<FillOnGpu, LineOnGpu>(
        shapes, [&](const std::vector<PlanePoints>& rings) { return FillOnGpu(rings, origin); },
        [&](const std::vector<PlanePoints>& lines) { return LineOnGpu(lines, origin); });
}

}  // namespace chronomap
