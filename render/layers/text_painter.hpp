#pragma once

#include <memory>
#include <span>

#include "render/gl/gl_objects.hpp"
#include "render/layers/draw_window.hpp"
#include "render/scene/view.hpp"
#include "render/text/glyph_atlas.hpp"
#include "render/text/text_item.hpp"

namespace chronomap {

/// Draws lines of text and the panels behind them.
class TextPainter {
  public:
    /// `fonts` must outlive the painter.
    static Result<TextPainter> create(FontSet& fonts, DrawWindowPtr window);

    /// All halos first, then all letters: a halo never covers another label's letters.
    void draw_text(const View& view, std::span<const TextItem> items);
    void draw_panels(const View& view, std::span<const PanelItem> panels);

  private:
    struct Vertex {
        float x, y, u, v, r, g, b, a;
    };
    struct PanelVertex {
        float x, y, local_x, local_y, half_width, half_height, radius, edge_px;
        float fill[4], edge[4];
    };
    /// Draws the letters gathered so far.
    void flush(const View& view);
    /// False when the atlas has no room.
    bool add(const TextItem& item, float halo_px, Colour colour);
    bool add_along(const TextItem& item, const ShapedText& shaped, float halo_px, Colour colour);
    /// One glyph whose origin lies at whole pixels.
    void add_glyph(const AtlasGlyph& glyph, float x, float y, Colour colour);

    FontSet* fonts_ = nullptr;
    DrawWindowPtr window_;
    std::unique_ptr<GlyphAtlas> atlas_;
    Texture texture_;
    ShaderProgram text_program_, panel_program_;
    VertexBuffer buffer_{{2}, {2}, {4}};
    VertexBuffer panel_buffer_{{2}, {2}, {4}, {4}, {4}};
    std::vector<Vertex> vertices_;
    std::vector<std::uint32_t> indices_;
};

}  // namespace chronomap
