#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "render/text/font_set.hpp"

namespace chronomap {

/// Where a glyph's coverage lies in the atlas, and where its bitmap goes from the glyph's origin. Empty: width 0.
struct AtlasGlyph {
    int x = 0, y = 0, width = 0, height = 0;
    int left = 0, top = 0;
};

/// Glyph coverages side by side in one square picture, made at the very size and quarter of a pixel at which they are
/// drawn, and turned as they are. When it is full it is emptied and begun anew: `generation` changes, and all texts
/// must be laid out again.
class GlyphAtlas {
  public:
    static constexpr int side = 2048;

    explicit GlyphAtlas(FontSet& fonts) : fonts_(fonts), pixels_(static_cast<std::size_t>(side) * side, 0) {}

    /// Nothing only when there is no room: call restart() and lay out anew.
    const AtlasGlyph* find(const PlacedGlyph& glyph, const GlyphLook& look);
    void restart();

    const std::vector<std::uint8_t>& pixels() const { return pixels_; }
    unsigned generation() const { return generation_; }
    /// Rows [first, end) that changed since the last call; first == end: none.
    struct Rows {
        int first = 0, end = 0;
    };
    Rows take_changed_rows();

  private:
    struct Key {
        std::uint64_t glyph_and_face, size_and_halo;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const {
            return key.glyph_and_face * 0x9E3779B97F4A7C15ull ^ key.size_and_halo;
        }
    };

    FontSet& fonts_;
    std::vector<std::uint8_t> pixels_;
    std::unordered_map<Key, AtlasGlyph, Hash> glyphs_;
    int shelf_x_ = 1, shelf_y_ = 1, shelf_height_ = 0;
    int changed_first_ = side, changed_end_ = 0;
    unsigned generation_ = 0;
};

}  // namespace chronomap
