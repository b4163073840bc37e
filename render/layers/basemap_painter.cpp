#include "render/layers/basemap_painter.hpp"

#include <cmath>
#include <utility>

#include "render/layers/basemap_drawing.hpp"
#include "render/mesh/shape_projector.hpp"

namespace chronomap {
namespace {

struct PixelShift {
    int x, y;
};

/// How many pixels to the right and down `to` looks from where `from` does; none where they differ otherwise too, or
/// by parts of a pixel: a picture of one then does not serve the other. Sizes may differ by even numbers.
std::optional<PixelShift> shift_between(const View& from, const View& to) {
    if (from.crs != to.crs || from.metres_per_px != to.metres_per_px || from.pixel_ratio != to.pixel_ratio ||
        (from.width_px - to.width_px) % 2 != 0 || (from.height_px - to.height_px) % 2 != 0)
        return {};
    const double x = (to.centre_x - from.centre_x) / to.metres_per_px;
    const double y = (from.centre_y - to.centre_y) / to.metres_per_px;
    constexpr double most = 1 << 20, hair = 1e-3;
    if (std::abs(x) > most || std::abs(y) > most) return {};
    if (std::abs(x - std::round(x)) > hair || std::abs(y - std::round(y)) > hair) return {};
    return PixelShift{static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y))};
}

}  // namespace

void BasemapPainter::make_meshes(const Frame& frame, const Basemap* basemap) {
    meshed_.remake_for(frame.view);
    const ShapeProjector projector(frame.projection, frame.view, meshed_.margin);
    const PlanePoint origin{frame.view.centre_x, frame.view.centre_y};
    meshes_ = converted<FillOnGpu, LineOnGpu>(
        basemap_shapes(projector, frame.view, basemap),
        [&](const std::vector<PlanePoints>& rings) { return FillOnGpu(rings, origin); },
        [&](const std::vector<PlanePoints>& lines) { return LineOnGpu(lines, origin); });
}

void BasemapPainter::prepare(const Frame& frame, const std::shared_ptr<const Basemap>& basemap) {
    if (basemap != basemap_) meshed_ = {};
    if (!meshed_.serves(frame.view)) make_meshes(frame, basemap.get());
}

void BasemapPainter::draw(const Frame& frame, const std::shared_ptr<const Basemap>& basemap,
                          std::vector<GroundSheet> ground, const std::shared_ptr<const Style>& style, unsigned target,
                          bool rough) {
    const bool same = ground == ground_ && basemap == basemap_ && style == style_;
    prepare(frame, basemap);
    if (!same) pictured_.reset();
    basemap_ = basemap;
    ground_ = std::move(ground);
    ground_painter_.keep_only(ground_);
    style_ = style;
    const View before = std::exchange(view_, frame.view);
    const bool whole = window_->part == whole_of(frame.view);
    is_rough_ = false;
    if (whole && copy_picture(frame.view, target)) return;
    // Only a view that is asked for again, or was moved a little, is worth a picture: a single frame is not.
    const bool again = before == frame.view;
    const bool pushed = !again && shift_between(before, frame.view);
    const bool zoomed = rough && !again && !pushed && before.crs == frame.view.crs;
    is_rough_ = whole && same && zoomed && stretch_picture(frame.view, target);
    if (is_rough_) return;
    constexpr double room = 0.2;
    const View pictured = pushed || zoomed ? widened(frame.view, room) : frame.view;
    if (whole && same && (again || pushed || zoomed) && paint_picture(frame, pictured) &&
        copy_picture(frame.view, target))
        return;
    paint(frame, target);
}

bool BasemapPainter::paint_picture(const Frame& frame, const View& wanted) {
    pictured_.reset();
    if (picture_.width() != wanted.width_px || picture_.height() != wanted.height_px) {
        auto made = RenderTarget::create(wanted.width_px, wanted.height_px);
        picture_ = made ? std::move(*made) : RenderTarget();
    }
    if (!picture_.framebuffer()) return false;
    const Frame wide{wanted, frame.projection, frame.style};
    // For the map's own view, whose graticule it is; what is meshed around it is more than what is pictured.
    if (!meshed_.serves(wanted)) make_meshes(frame, basemap_.get());
    const DrawWindow before = std::exchange(*window_, DrawWindow{whole_of(wanted), whole_of(wanted)});
    paint(wide, picture_.framebuffer());
    *window_ = before;
    pictured_ = wanted;
    return true;
}

bool BasemapPainter::copy_picture(const View& view, unsigned target) const {
    if (!pictured_) return false;
    const auto shift = shift_between(*pictured_, view);
    if (!shift) return false;
    const int left = shift->x + (pictured_->width_px - view.width_px) / 2;
    const int top = shift->y + (pictured_->height_px - view.height_px) / 2;
    if (left < 0 || top < 0 || left + view.width_px > pictured_->width_px ||
        top + view.height_px > pictured_->height_px)
        return false;
    picture_.copy_to(target, {left, top, view.width_px, view.height_px}, view.width_px, view.height_px);
    pen_.clear_stencil();
    return true;
}

/// While a map is zoomed, its last picture will do, if it is not much larger or smaller.
bool BasemapPainter::stretch_picture(const View& view, unsigned target) const {
    if (!pictured_ || pictured_->crs != view.crs || pictured_->pixel_ratio != view.pixel_ratio) return false;
    const double ratio = view.metres_per_px / pictured_->metres_per_px;
    constexpr double most_stretched = 1.5;
    if (ratio > most_stretched || ratio < 1 / most_stretched) return false;
    const double middle_x =
        pictured_->width_px / 2.0 + (view.centre_x - pictured_->centre_x) / pictured_->metres_per_px;
    const double middle_y =
        pictured_->height_px / 2.0 - (view.centre_y - pictured_->centre_y) / pictured_->metres_per_px;
    const PixelRectangle from{static_cast<int>(std::lround(middle_x - view.width_px * ratio / 2)),
                              static_cast<int>(std::lround(middle_y - view.height_px * ratio / 2)),
                              static_cast<int>(std::lround(view.width_px * ratio)),
                              static_cast<int>(std::lround(view.height_px * ratio))};
    if (from.left < 0 || from.top < 0 || from.left + from.width > pictured_->width_px ||
        from.top + from.height > pictured_->height_px)
        return false;
    picture_.copy_to(target, from, view.width_px, view.height_px);
    pen_.clear_stencil();
    return true;
}

void BasemapPainter::paint(const Frame& frame, unsigned target) {
    bind_framebuffer(target);
    pen_.clear(frame.style.page);
    draw_basemap(frame.view, frame.style, *meshes_, pen_, ground_,
                 [&](const GroundSheet& sheet) { ground_painter_.draw(frame.view, sheet); });
}

}  // namespace chronomap
