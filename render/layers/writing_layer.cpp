#include "render/layers/writing_layer.hpp"

#include "render/layers/event_painter.hpp"

namespace chronomap {
namespace {

bool same_words(const Scene& a, const Scene& b) {
    const Furniture &x = a.furniture, &y = b.furniture;
    return a.naming == b.naming && a.time == b.time && a.basemap == b.basemap && a.gazetteer == b.gazetteer &&
           a.events == b.events && x.title == y.title && x.subtitle == y.subtitle && x.date_caption == y.date_caption &&
           x.sources == y.sources && x.legend == y.legend && x.scale_bar == y.scale_bar &&
           x.credits_only == y.credits_only;
}

}  // namespace

Result<WritingLayer> WritingLayer::create() {
    auto fonts = FontSet::open();
    if (!fonts) return tl::unexpected(fonts.error());
    auto painter = TextPainter::create(**fonts);
    if (!painter) return tl::unexpected(painter.error());
    WritingLayer layer;
    layer.fonts_ = std::move(*fonts);
    layer.painter_ = std::move(*painter);
    return layer;
}

void WritingLayer::update(const Scene& scene, const View& view, const std::shared_ptr<const Style>& style,
                          const EventMarks& marks, bool marks_changed) {
    if (laid_out_ && !marks_changed && view_ == view && style_ == style && same_words(words_, scene)) return;
    furniture_ = lay_out_furniture(scene, view, *style, marks, metres_on_ground_per_px(view), *fonts_);
    if (!laid_out_ || view_ != view || words_.basemap != scene.basemap)
        areas_ = scene.basemap ? area_labels(*scene.basemap, view) : std::vector<AreaLabel>{};
    labels_ = lay_out_labels(scene, view, *style, marks, furniture_.blocks, areas_, *fonts_);
    laid_out_ = true;
    view_ = view;
    style_ = style;
    words_ = scene;
}

void WritingLayer::draw_labels(const View& view) {
    painter_.draw_panels(view, labels_.dots);
    painter_.draw_text(view, labels_.texts);
}

void WritingLayer::draw_furniture(const Frame& frame, EventPainter& events) {
    painter_.draw_panels(frame.view, furniture_.panels);
    painter_.draw_panels(frame.view, furniture_.strokes);
    events.draw_symbols(frame, furniture_.symbols);
    painter_.draw_text(frame.view, furniture_.texts);
}

}  // namespace chronomap
