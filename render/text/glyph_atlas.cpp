#include "render/text/glyph_atlas.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {

const AtlasGlyph* GlyphAtlas::find(const PlacedGlyph& glyph, const GlyphLook& look) {
    const auto bits = [](int value) { return static_cast<std::uint64_t>(value); };
    const auto sixteenths = [](float px) { return static_cast<std::uint64_t>(std::lround(px * 16)); };
    const Key key{
        static_cast<std::uint64_t>(glyph.glyph) << 20 | static_cast<std::uint64_t>(glyph.face) << 4 |
            bits(look.shift) << 2 | bits(look.shift_down),
        bits((look.degrees % 360 + 360) % 360) << 40 | sixteenths(look.size_px) << 16 | sixteenths(look.halo_px)};
    if (const auto found = glyphs_.find(key); found != glyphs_.end()) return &found->second;
    const GlyphBitmap bitmap = fonts_.rasterise(glyph.face, glyph.glyph, look);
    AtlasGlyph placed{0, 0, bitmap.width, bitmap.height, bitmap.left, bitmap.top};
    if (bitmap.width + 2 > side || bitmap.height + 2 > side) placed.width = placed.height = 0;
    if (placed.width > 0) {
        if (shelf_x_ + placed.width + 1 > side) {
            shelf_y_ += shelf_height_ + 1;
            shelf_x_ = 1;
            shelf_height_ = 0;
        }
        if (shelf_y_ + placed.height + 1 > side) return nullptr;
        placed.x = shelf_x_;
        placed.y = shelf_y_;
        for (int row = 0; row < placed.height; ++row)
            std::copy_n(bitmap.coverage.begin() + static_cast<std::ptrdiff_t>(row) * placed.width, placed.width,
                        pixels_.begin() + static_cast<std::ptrdiff_t>(placed.y + row) * side + placed.x);
        shelf_x_ += placed.width + 1;
        shelf_height_ = std::max(shelf_height_, placed.height);
        changed_first_ = std::min(changed_first_, placed.y);
        changed_end_ = std::max(changed_end_, placed.y + placed.height);
    }
    return &glyphs_.emplace(key, placed).first->second;
}

void GlyphAtlas::restart() {
    std::fill(pixels_.begin(), pixels_.end(), std::uint8_t{0});
    glyphs_.clear();
    shelf_x_ = shelf_y_ = 1;
    shelf_height_ = 0;
    changed_first_ = 0;
    changed_end_ = side;
    ++generation_;
}

GlyphAtlas::Rows GlyphAtlas::take_changed_rows() {
    const Rows rows{changed_first_, std::max(changed_end_, changed_first_)};
    changed_first_ = side;
    changed_end_ = 0;
    return rows.first >= rows.end ? Rows{} : rows;
}

}  // namespace chronomap
