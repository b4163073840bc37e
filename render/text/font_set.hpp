#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "render/text/font_role.hpp"

namespace chronomap {

/// How a text is set. Device pixels.
struct TextFace {
    FontRole role = FontRole::regular;
    float size_px = 12;
    float letter_spacing_px = 0;
};

/// A glyph of a shaped text: which font, which glyph, and where its origin lies from the text's origin (baseline,
/// left). Device pixels, y down.
struct PlacedGlyph {
    std::uint16_t face = 0;
    std::uint32_t glyph = 0;
    float x = 0, y = 0;
    std::uint32_t byte = 0;  ///< where its letters begin in the text; those of a ligature share one glyph
};

/// Glyphs next to each other with one face and one direction, and the bytes of the text that they show.
struct GlyphRun {
    std::size_t first = 0, end = 0;
    std::uint32_t begin_byte = 0, end_byte = 0;
    enum class Direction : std::uint8_t { left_to_right, right_to_left } direction = Direction::left_to_right;
};

/// A line of text ready to be drawn. Device pixels.
struct ShapedText {
    std::vector<PlacedGlyph> glyphs;  ///< in visual order
    std::vector<GlyphRun> runs;       ///< of all glyphs, in visual order
    GlyphRun::Direction direction{};  ///< of the text as a whole: of its first letter that has one
    float size_px = 0;
    float width = 0;
    float ascent = 0, descent = 0;  ///< of the role's first font, both positive
};

/// How a glyph is drawn into a bitmap.
struct GlyphLook {
    float size_px = 12;
    float halo_px = 0;              ///< > 0: the outline widened by that much all around
    int shift = 0, shift_down = 0;  ///< quarters of a pixel to the right and downwards
    int degrees = 0;                ///< turned clockwise around its origin
};

/// Coverage of one glyph, 8 bits a pixel, rows from the top; `left` and `top` from the glyph's origin to the bitmap's
/// corner (top upwards).
struct GlyphBitmap {
    int width = 0, height = 0, left = 0, top = 0;
    std::vector<std::uint8_t> coverage;
};

/// The fonts of the map: Debian's Noto, found in $CHRONOMAP_FONTS or the usual folders. Shapes with HarfBuzz, orders
/// right-to-left runs with FriBidi. No OpenGL. Not for several threads at once.
class FontSet {
  public:
    /// Error: no fonts (names the package to install).
    static Result<std::unique_ptr<FontSet>> open();
    ~FontSet();

    /// One line; line breaks are spaces. `letter_spacing_px` is added after each letter, but not where letters join
    /// (Arabic). Shaped texts are cached.
    const ShapedText& shape(std::string_view utf8, FontRole role, float size_px, float letter_spacing_px = 0);
    GlyphBitmap rasterise(std::uint16_t face, std::uint32_t glyph, const GlyphLook& look);
    /// The font's file, for those who embed it.
    const std::string& file_of(std::uint16_t face) const;
    /// The font's family: "Noto Sans Armenian".
    std::string family_of(std::uint16_t face) const;
    /// Names of a role's font families, first choice first, without repeats: "Noto Sans", "Noto Sans Armenian".
    std::vector<std::string> families(FontRole role) const;
    /// Breaks at spaces into lines not wider than `width_px`, at most `max_lines`; what is left over ends in "…".
    std::vector<std::string> wrap(std::string_view utf8, FontRole role, float size_px, float width_px,
                                  std::size_t max_lines, float letter_spacing_px = 0);

  private:
    struct Impl;
    explicit FontSet(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
