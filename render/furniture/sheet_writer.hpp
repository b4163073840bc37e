#pragma once

#include <string>
#include <vector>

#include "render/furniture/furniture_layout.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

/// Writes into a layout in the classes of a style. Lengths are device pixels.
class SheetWriter {
  public:
    /// All must outlive the writer.
    SheetWriter(const Style& style, const View& sheet, FontSet& fonts) : style_(style), sheet_(sheet), fonts_(fonts) {}

    const Style& style() const { return style_; }
    float ratio() const { return static_cast<float>(sheet_.pixel_ratio); }
    float px(float nominal) const { return nominal * ratio(); }
    /// A class' size; a little smaller on a small sheet, as lay_out_furniture has it.
    float type(TextClass text) const;
    void text(FurnitureLayout& layout, const std::string& words, TextClass as, float size, float x,
              float baseline) const;
    float width_of(const std::string& words, TextClass as, float size) const;
    std::vector<std::string> wrap(const std::string& words, TextClass as, float size, float width,
                                  std::size_t most) const;
    /// On one line, with an ellipsis where it is too long.
    std::string shortened(const std::string& words, TextClass as, float size, float width) const;

  private:
    float spacing(TextClass as, float size) const { return style_.of(as).spacing * size / style_.of(as).size; }

    const Style& style_;
    const View& sheet_;
    FontSet& fonts_;
};

}  // namespace chronomap
