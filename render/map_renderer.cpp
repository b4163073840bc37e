#include "render/map_renderer.hpp"

#include <algorithm>
#include <optional>

#include "geo/base/worker_pool.hpp"
#include "render/furniture/page.hpp"
#include "render/layers/basemap_painter.hpp"
#include "render/layers/event_painter.hpp"
#include "render/layers/layer_painter.hpp"
#include "render/layers/locator_painter.hpp"
#include "render/layers/pen.hpp"
#include "render/layers/writing_layer.hpp"
#include "render/scene/arranged_marks.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// The style at the zoom of the last frame.
struct ZoomedStyle {
    std::shared_ptr<const Style> style, at_zoom;
    double zoom = 0;

    const std::shared_ptr<const Style>& at(const std::shared_ptr<const Style>& wanted, double wanted_zoom) {
        if (style == wanted && zoom == wanted_zoom) return at_zoom;
        style = wanted;
        zoom = wanted_zoom;
        at_zoom = style_at(wanted, wanted_zoom);
        return at_zoom;
    }
};

/// Nominal radius around a region's point within which it can be clicked.
constexpr double shape_hit_radius = 16;

/// The whole picture, or where that is too large, `most_side` around the part.
PixelWindow clip_around(const PixelWindow& part, const View& view, int most_side) {
    const auto around = [&](int begin, int length, int whole) {
        return whole <= most_side ? 0 : std::clamp(begin + length / 2 - most_side / 2, 0, whole - most_side);
    };
    return {around(part.x, part.width, view.width_px), around(part.y, part.height, view.height_px),
            std::min(view.width_px, most_side), std::min(view.height_px, most_side)};
}

std::vector<GroundSheet> sheets_of(const Scene& scene, const View& view) {
    return scene.ground ? scene.ground->sheets(scene, view) : std::vector<GroundSheet>{};
}

std::vector<HitTarget> hit_targets(const EventMarks& marks, const View& view) {
    std::vector<HitTarget> hits;
    for (const EventMark& mark : marks.symbols) {
        const HitKind kind = mark.role == MarkRole::hub ? HitKind::hub
                             : mark.is_counted()        ? HitKind::cluster
                                                        : HitKind::event;
        hits.push_back({mark.events, kind, mark.places, mark.x_px, mark.y_px, mark.radius_px + 2 * view.pixel_ratio});
    }
    std::ranges::reverse(hits);  // topmost first
    for (auto mark = marks.shapes.rbegin(); mark != marks.shapes.rend(); ++mark)
        hits.push_back({mark->events, HitKind::shape, 1, mark->x_px, mark->y_px, shape_hit_radius * view.pixel_ratio});
    return hits;
}

}  // namespace

struct MapRenderer::Impl {
    Impl(std::shared_ptr<DrawWindow> made_window, Pen made_pen, EventPainter made_events, WritingLayer made_writing)
        : window(std::move(made_window)),
          pen(std::move(made_pen)),
          events(std::move(made_events)),
          writing(std::move(made_writing)) {}

    std::shared_ptr<DrawWindow> window;
    Pen pen;
    BasemapPainter basemap{pen, GroundPainter(window), window};
    LayerPainter layers;
    EventPainter events;
    WritingLayer writing;
    LocatorPainter locator;
    ZoomedStyle style;
    ArrangedMarks marks;
    LabelMotion motion = LabelMotion::none;
    std::vector<HitTarget> hits;
    int most_viewport_side = most_viewport_side_px();
    WorkerPool layout{1};  // last: it ends before what it lays out
};

MapRenderer::MapRenderer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MapRenderer::~MapRenderer() = default;

Result<std::unique_ptr<MapRenderer>> MapRenderer::create() {
    auto window = std::make_shared<DrawWindow>();
    auto pen = Pen::create(window);
    if (!pen) return tl::unexpected(pen.error());
    auto events = EventPainter::create(window);
    if (!events) return tl::unexpected(events.error());
    auto writing = WritingLayer::create(window);
    if (!writing) return tl::unexpected(writing.error());
    return std::unique_ptr<MapRenderer>(new MapRenderer(
        std::make_unique<Impl>(std::move(window), std::move(*pen), std::move(*events), std::move(*writing))));
}

void MapRenderer::render(const Scene& scene, const View& view, unsigned target) {
    render(scene, view, target, whole_of(view));
}

void MapRenderer::render(const Scene& scene, const View& view, unsigned target, const PixelWindow& part) {
    impl_->window->part = part;
    impl_->window->clip = clip_around(part, view, impl_->most_viewport_side);
    const std::shared_ptr<const Style> style =
        impl_->style.at(scene.style ? scene.style : default_style(), web_zoom(view));
    const auto projection = projection_for(view.crs);
    impl_->hits.clear();
    if (!projection) {
        bind_framebuffer(target);
        impl_->pen.clear(style->page);
        return;
    }
    if (scene.ground) scene.ground->begin(scene, view);
    const Frame frame{view, **projection, *style};
    const bool rough = impl_->motion == LabelMotion::fading;
    const bool marks_changed =
        impl_->marks.update(scene, view, style, rough ? MarkArrival::late : MarkArrival::in_time);
    const EventMarks& marks = impl_->marks.marks();
    // Words are laid out while the driver draws what lies below them.
    auto laid_out = impl_->layout.submit(
        [&](const std::stop_token&) { impl_->writing.update(scene, view, style, marks, marks_changed); });
    impl_->basemap.draw(frame, scene.basemap, sheets_of(scene, view), scene.style ? scene.style : default_style(),
                        target, rough);
    impl_->layers.draw(frame, impl_->pen, arrange_layers(scene.layers, scene.time.effective()));
    impl_->events.draw_shapes(frame, impl_->pen, marks, scene.basemap.get());
    begin_drawing();
    laid_out.get();
    impl_->pen.begin();
    impl_->writing.draw_labels(view);
    impl_->events.draw_leaders(frame, impl_->pen, marks);
    impl_->events.draw_symbols(frame, marks);
    impl_->writing.draw_counts(view);
    impl_->writing.draw_furniture(frame, impl_->events);
    impl_->locator.draw(impl_->writing.locator(), *style, impl_->pen);
    impl_->hits = hit_targets(marks, view);
}

void MapRenderer::render_around(const MapPage& page, unsigned target, const PixelWindow& part) {
    impl_->window->part = part;
    impl_->window->clip = clip_around(part, page.sheet, impl_->most_viewport_side);
    bind_framebuffer(target);
    impl_->pen.clear(page.paper);
    if (const auto projection = projection_for(page.sheet.crs))
        impl_->writing.draw({page.sheet, **projection, *page.style}, impl_->events, page.around);
}

void MapRenderer::move_labels(LabelMotion motion) {
    impl_->motion = motion;
    impl_->writing.move_labels(motion);
}
bool MapRenderer::fading() const {
    return impl_->writing.fading() || impl_->basemap.is_rough() || impl_->marks.are_late();
}

const std::vector<HitTarget>& MapRenderer::hits() const {
    return impl_->hits;
}

const std::vector<PixelBox>& MapRenderer::furniture_boxes() const {
    return impl_->writing.furniture_boxes();
}

}  // namespace chronomap
