#include "render/layers/writing_layer.hpp"

#include "render/layers/event_painter.hpp"

namespace chronomap {

Result<WritingLayer> WritingLayer::create(DrawWindowPtr window) {
    auto fonts = FontSet::open();
    if (!fonts) return tl::unexpected(fonts.error());
    auto painter = TextPainter::create(**fonts, std::move(window));
    if (!painter) return tl::unexpected(painter.error());
    WritingLayer layer;
    layer.fonts_ = std::move(*fonts);
    layer.painter_ = std::move(*painter);
    return layer;
}

void WritingLayer::update(const Scene& scene, const View& view, const std::shared_ptr<const Style>& style,
                          const EventMarks& marks, bool marks_changed) {
    writing_.update(scene, view, style, marks, marks_changed, *fonts_);
}

void WritingLayer::draw_labels(const View& view) {
    painter_.draw_panels(view, writing_.labels.dots);
    painter_.draw_text(view, writing_.labels.texts);
}

void WritingLayer::draw(const Frame& frame, EventPainter& events, const FurnitureLayout& furniture) {
    painter_.draw_panels(frame.view, furniture.panels);
    painter_.draw_panels(frame.view, furniture.strokes);
    events.draw_symbols(frame, furniture.symbols);
    painter_.draw_text(frame.view, furniture.texts);
}

}  // namespace chronomap
