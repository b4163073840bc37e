#pragma once

#include <memory>

#include "render/furniture/writing.hpp"
#include "render/layers/text_painter.hpp"

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
    /// Above all. `events` draws the legend's symbols.
    void draw_furniture(const Frame& frame, EventPainter& events) { draw(frame, events, writing_.furniture); }
    /// Furniture that was laid out elsewhere.
    void draw(const Frame& frame, EventPainter& events, const FurnitureLayout& furniture);

  private:
    std::unique_ptr<FontSet> fonts_;
    TextPainter painter_;
    Writing writing_;
};

}  // namespace chronomap
