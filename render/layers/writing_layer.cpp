#include "render/layers/writing_layer.hpp"

#include <chrono>

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
    const LabelMemory memory = motion_ == LabelMotion::none     ? LabelMemory::none
                               : motion_ == LabelMotion::steady ? LabelMemory::read
                                                                : LabelMemory::keep;
    writing_.update(scene, view, style, marks, marks_changed, *fonts_, memory);
}

void WritingLayer::draw_labels(const View& view) {
    painter_.draw_panels(view, writing_.graticule.ticks);
    painter_.draw_text(view, writing_.graticule.texts);
    painter_.draw_panels(view, writing_.grounds);
    if (motion_ != LabelMotion::fading) {
        painter_.draw_panels(view, writing_.labels.dots);
        painter_.draw_text(view, writing_.labels.texts);
        return;
    }
    const double now_s = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    const MapLabels faded = fader_.faded(writing_.labels, view, now_s);
    painter_.draw_panels(view, faded.dots);
    painter_.draw_text(view, faded.texts);
}

void WritingLayer::draw(const Frame& frame, EventPainter& events, const FurnitureLayout& furniture) {
    painter_.draw_panels(frame.view, furniture.panels);
    painter_.draw_panels(frame.view, furniture.strokes);
    events.draw_symbols(frame, furniture.symbols);
    painter_.draw_text(frame.view, furniture.texts);
}

}  // namespace chronomap
