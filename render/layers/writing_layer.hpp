#pragma once

#include <memory>

#include "render/furniture/writing.hpp"
#include "render/layers/text_painter.hpp"
#include "render/map_renderer.hpp"
#include "render/scene/label_fader.hpp"

namespace chronomap {

class EventPainter;
struct Frame;

/// All that is written on and around the map: names of places, and the furniture. Laid out anew only when the view, the
/// marks or the words change.
class WritingLayer {
  public:
    /// Error: no fonts.
    static Result<WritingLayer> create(DrawWindowPtr window);

    /// `marks_changed`: the marks are not those of the last call.
    void update(const Scene& scene, const View& view, const std::shared_ptr<const Style>& style,
                const EventMarks& marks, bool marks_changed);
    /// Names; to be drawn below the symbols.
    void draw_labels(const View& view);
    /// The numbers on the symbols; to be drawn above them.
    void draw_counts(const View& view) { painter_.draw_text(view, writing_.counts); }
    /// The locator of the furniture; null: there is none.
    const std::shared_ptr<const Locator>& locator() const { return writing_.locator; }
    /// What the furniture of the last update covers.
    const std::vector<PixelBox>& furniture_boxes() const { return writing_.furniture.blocks; }
    /// From the next update on.
    void move_labels(LabelMotion motion) { motion_ = motion; }
    /// True while names of the last frame were appearing or vanishing.
    bool fading() const { return motion_ == LabelMotion::fading && fader_.fading(); }
    /// Above all. `events` draws the legend's symbols.
    void draw_furniture(const Frame& frame, EventPainter& events) { draw(frame, events, writing_.furniture); }
    /// Furniture that was laid out elsewhere.
    void draw(const Frame& frame, EventPainter& events, const FurnitureLayout& furniture);

  private:
    std::unique_ptr<FontSet> fonts_;
    TextPainter painter_;
    Writing writing_;
    LabelFader fader_;
    LabelMotion motion_ = LabelMotion::none;
};

}  // namespace chronomap
