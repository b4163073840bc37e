#include "render/furniture/sheet_writer.hpp"

#include <algorithm>

namespace chronomap {

float SheetWriter::type(TextClass text) const {
    const float nominal_width = static_cast<float>(sheet_.width_px) / ratio();
    return px(style_.of(text).size * std::clamp(nominal_width / 900, 0.72f, 1.0f));
}

void SheetWriter::text(FurnitureLayout& layout, const std::string& words, TextClass as, float size, float x,
                       float baseline) const {
    const TextStyle& look = style_.of(as);
    layout.texts.push_back(
        {words, look.font, size, spacing(as, size), x, baseline, look.colour, look.halo, px(look.halo_width)});
}

float SheetWriter::width_of(const std::string& words, TextClass as, float size) const {
    return fonts_.shape(words, style_.of(as).font, size, spacing(as, size)).width;
}

std::vector<std::string> SheetWriter::wrap(const std::string& words, TextClass as, float size, float width,
                                           std::size_t most) const {
    return fonts_.wrap(words, style_.of(as).font, size, width, most, spacing(as, size));
}

std::string SheetWriter::shortened(const std::string& words, TextClass as, float size, float width) const {
    const std::vector<std::string> lines = wrap(words, as, size, width, 1);
    return lines.empty() ? std::string() : lines.front();
}

}  // namespace chronomap
