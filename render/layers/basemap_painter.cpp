#include "render/layers/basemap_painter.hpp"

#include <chrono>
#include <cmath>
#include <utility>

#include "render/layers/basemap_drawing.hpp"
#include "render/layers/partial_pen.hpp"
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

/// The part of a picture of `pictured` that serves `view` when it is stretched: none where it lies partly outside, or
/// would be coarse or too fine.
std::optional<PixelRectangle> part_for(const View& pictured, const View& view) {
    if (pictured.crs != view.crs || pictured.pixel_ratio != view.pixel_ratio) return {};
    const double ratio = view.metres_per_px / pictured.metres_per_px;
    constexpr double most_stretched = 2.5;
    if (ratio > most_stretched || ratio < 1 / most_stretched) return {};
    const double middle_x = pictured.width_px / 2.0 + (view.centre_x - pictured.centre_x) / pictured.metres_per_px;
    const double middle_y = pictured.height_px / 2.0 - (view.centre_y - pictured.centre_y) / pictured.metres_per_px;
    const PixelRectangle part{static_cast<int>(std::lround(middle_x - view.width_px * ratio / 2)),
                              static_cast<int>(std::lround(middle_y - view.height_px * ratio / 2)),
                              static_cast<int>(std::lround(view.width_px * ratio)),
                              static_cast<int>(std::lround(view.height_px * ratio))};
    if (part.left < 0 || part.top < 0 || part.left + part.width > pictured.width_px ||
        part.top + part.height > pictured.height_px)
        return {};
    return part;
}

/// Of a view's size, on each side of it.
constexpr double room_around = 0.2;

/// What is worth a picture now while the map goes from `before` to `view` and on.
View ahead_of(const View& view, const View& before) {
    // What is zoomed away from soon shows more, and smaller.
    constexpr double zoomed_out = 1.8, room_then = 0.1;
    if (view.metres_per_px <= before.metres_per_px) return widened(view, room_around);
    View coarse = view;
    coarse.metres_per_px *= zoomed_out;
    return widened(coarse, room_then);
}

/// And what is worth one that will be there in some frames.
View soon_after(const View& view, const View& before) {
    constexpr double frames = 5;
    if (view.metres_per_px >= before.metres_per_px) return ahead_of(view, before);
    View closer = view;
    closer.metres_per_px *= std::max(0.6, std::pow(view.metres_per_px / before.metres_per_px, frames));
    closer.centre_x += (view.centre_x - before.centre_x) * frames;
    closer.centre_y += (view.centre_y - before.centre_y) * frames;
    return widened(closer, room_around);
}

}  // namespace

void BasemapPainter::make_meshes(const Frame& frame) {
    meshed_.remake_for(frame.view);
    const ShapeProjector projector(frame.projection, frame.view, meshed_.margin);
    meshes_ = meshes_of(basemap_shapes(projector, frame.view, basemap_.get()), frame.view);
}

void BasemapPainter::draw(const Frame& frame, const std::shared_ptr<const Basemap>& basemap,
                          std::vector<GroundSheet> ground, const std::shared_ptr<const Style>& style, unsigned target,
                          bool rough) {
    const bool same = ground == ground_ && basemap == basemap_ && style == style_;
    if (basemap != basemap_) meshed_ = {};
    if (!same) pictured_.reset();
    basemap_ = basemap;
    ground_ = std::move(ground);
    ground_painter_.keep_only(ground_);
    style_ = style;
    const View before = std::exchange(view_, frame.view);
    is_rough_ = false;
    const bool whole = window_->part == whole_of(frame.view), gradual = whole && same && rough;
    if (!gradual) next_.drop();
    bool pictured = whole && copy_picture(frame.view, target);
    if (!pictured && gradual) pictured = is_rough_ = stretch_picture(frame.view, target);
    if (pictured) {
        if (gradual) {
            look_ahead(frame, before);
            bind_framebuffer(target);
            pen_.begin();
        }
        return;
    }
    next_.drop();
    if (!meshed_.serves(frame.view)) make_meshes(frame);
    // Only a view that is asked for again, or was moved a little, is worth a picture: a single frame is not.
    const bool again = before == frame.view;
    const bool pushed = !again && shift_between(before, frame.view);
    const bool zoomed = rough && !again && !pushed && before.crs == frame.view.crs;
    const View wanted = pushed || zoomed ? ahead_of(frame.view, before) : frame.view;
    if (whole && same && (again || pushed || zoomed) && paint_picture(frame, wanted)) {
        if (copy_picture(frame.view, target)) return;
        is_rough_ = rough && stretch_picture(frame.view, target);
        if (is_rough_) return;
    }
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
    if (!meshed_.serves(wanted)) make_meshes(wanted.metres_per_px == frame.view.metres_per_px ? frame : wide);
    const DrawWindow before = std::exchange(*window_, DrawWindow{whole_of(wanted), whole_of(wanted)});
    paint(wide, picture_.framebuffer());
    *window_ = before;
    pictured_ = wanted;
    return true;
}

/// True when the picture will soon not do for a view that moves on as it does.
bool BasemapPainter::is_worn(const View& view) const {
    constexpr double least_room = 0.1, most_stretched = 1.4;
    const double ratio = view.metres_per_px / pictured_->metres_per_px;
    if (ratio < 1 / most_stretched) return true;
    const auto room = [&](double from, double to, double pixels, double pictured_pixels) {
        return (pictured_pixels * pictured_->metres_per_px / 2 - std::abs(to - from)) /
                   (pixels * view.metres_per_px) -
               0.5;
    };
    return std::min(room(pictured_->centre_x, view.centre_x, view.width_px, pictured_->width_px),
                    room(pictured_->centre_y, view.centre_y, view.height_px, pictured_->height_px)) < least_room;
}

/// Works at the picture that is wanted next, if any.
void BasemapPainter::look_ahead(const Frame& frame, const View& before) {
    const bool rests = before == frame.view;
    if (is_rough_ && rests) {
        // Soon sharp, with some room for the next move.
        const View sharp = widened(frame.view, room_around);
        if (!next_.under_way() || !(next_.view() == sharp)) next_.begin(sharp, basemap_);
    } else if (!rests && !next_.under_way() && is_worn(frame.view)) {
        next_.begin(soon_after(frame.view, before), basemap_);
    }
    constexpr auto time_in_a_frame = std::chrono::milliseconds(4);
    const bool whole = next_.advance([&](const BasemapMeshes& meshes, unsigned framebuffer, int& done) {
        const Frame wide{next_.view(), frame.projection, frame.style};
        const DrawWindow outer = std::exchange(*window_, DrawWindow{whole_of(wide.view), whole_of(wide.view)});
        bind_framebuffer(framebuffer);
        if (done == 0) pen_.clear(wide.style.page);
        pen_.begin();
        PartialPen partly(pen_, done, time_in_a_frame);
        draw_with(partly, wide, meshes);
        *window_ = outer;
        done = partly.done();
        return partly.whole();
    });
    if (!whole) return;
    // Where the map went elsewhere, the old picture still covers it.
    if (!part_for(next_.view(), frame.view)) return next_.drop();
    GradualPicture::Whole made = next_.take(std::move(picture_));
    picture_ = std::move(made.picture);
    meshes_ = std::move(made.meshes);
    meshed_ = {made.view, 0};
    pictured_ = std::move(made.view);
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
    if (!pictured_) return false;
    const auto from = part_for(*pictured_, view);
    if (!from) return false;
    picture_.copy_to(target, *from, view.width_px, view.height_px);
    pen_.clear_stencil();
    return true;
}

template <class AnyPen>
void BasemapPainter::draw_with(AnyPen& pen, const Frame& frame, const BasemapMeshes& meshes) {
    draw_basemap(frame.view, frame.style, meshes, pen, ground_,
                 [&](const GroundSheet& sheet) { ground_painter_.draw(frame.view, sheet); });
}

void BasemapPainter::paint(const Frame& frame, unsigned target) {
    bind_framebuffer(target);
    pen_.clear(frame.style.page);
    draw_with(pen_, frame, *meshes_);
}

}  // namespace chronomap
