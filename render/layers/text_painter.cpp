#include "render/layers/text_painter.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {

Result<TextPainter> TextPainter::create(FontSet& fonts, DrawWindowPtr window) {
    TextPainter painter;
    painter.fonts_ = &fonts;
    painter.window_ = std::move(window);
    painter.atlas_ = std::make_unique<GlyphAtlas>(fonts);
    auto text = ShaderProgram::create("text");
    if (!text) return tl::unexpected(text.error());
    painter.text_program_ = std::move(*text);
    auto panel = ShaderProgram::create("panel");
    if (!panel) return tl::unexpected(panel.error());
    painter.panel_program_ = std::move(*panel);
    painter.texture_ =
        Texture::create(GlyphAtlas::side, GlyphAtlas::side, PixelFormat::red8, painter.atlas_->pixels().data());
    return painter;
}

void TextPainter::add_glyph(const AtlasGlyph& glyph, float x, float y, Colour colour) {
    if (glyph.width == 0) return;
    constexpr float texel = 1.0f / GlyphAtlas::side;
    const float left = x + static_cast<float>(glyph.left), top = y - static_cast<float>(glyph.top);
    const float right = left + static_cast<float>(glyph.width), bottom = top + static_cast<float>(glyph.height);
    const float u0 = static_cast<float>(glyph.x) * texel, v0 = static_cast<float>(glyph.y) * texel;
    const float u1 = static_cast<float>(glyph.x + glyph.width) * texel,
                v1 = static_cast<float>(glyph.y + glyph.height) * texel;
    const auto first = static_cast<std::uint32_t>(vertices_.size());
    vertices_.push_back({left, top, u0, v0, colour.r, colour.g, colour.b, colour.a});
    vertices_.push_back({right, top, u1, v0, colour.r, colour.g, colour.b, colour.a});
    vertices_.push_back({right, bottom, u1, v1, colour.r, colour.g, colour.b, colour.a});
    vertices_.push_back({left, bottom, u0, v1, colour.r, colour.g, colour.b, colour.a});
    for (std::uint32_t corner : {0u, 1u, 2u, 0u, 2u, 3u}) indices_.push_back(first + corner);
}

bool TextPainter::add(const TextItem& item, float halo_px, Colour colour) {
    const ShapedText& shaped = fonts_->shape(item.text, item.role, item.size_px, item.letter_spacing_px);
    if (item.path.size() >= 2) return add_along(item, shaped, halo_px, colour);
    const float baseline = std::round(item.baseline);
    for (const PlacedGlyph& glyph : shaped.glyphs) {
        const float x = item.x + glyph.x, whole = std::floor(x);
        const int shift = std::min(static_cast<int>((x - whole) * 4), 3);
        const AtlasGlyph* placed = atlas_->find(glyph, {.size_px = item.size_px, .halo_px = halo_px, .shift = shift});
        if (!placed) return false;
        add_glyph(*placed, whole, baseline + std::round(glyph.y), colour);
    }
    return true;
}

bool TextPainter::add_along(const TextItem& item, const ShapedText& shaped, float halo_px, Colour colour) {
    // Half pixels and steps of two degrees: coarser than level text, for there are many more ways to be turned.
    constexpr float degrees_per_radian = 57.29578f;
    const std::vector<TurnedGlyph> turned = glyphs_along(shaped, item.path);
    for (std::size_t i = 0; i < turned.size(); ++i) {
        const float x = std::round(turned[i].x * 2) / 2, y = std::round(turned[i].y * 2) / 2;
        const float left = std::floor(x), top = std::floor(y);
        const GlyphLook look{.size_px = item.size_px,
                             .halo_px = halo_px,
                             .shift = x > left ? 2 : 0,
                             .shift_down = y > top ? 2 : 0,
                             .degrees = 2 * static_cast<int>(std::lround(turned[i].angle * degrees_per_radian / 2))};
        const AtlasGlyph* placed = atlas_->find(shaped.glyphs[i], look);
        if (!placed) return false;
        add_glyph(*placed, left, top, colour);
    }
    return true;
}

void TextPainter::draw_text(const View& view, std::span<const TextItem> items) {
    vertices_.clear();
    indices_.clear();
    const auto add_or_begin_anew = [&](const TextItem& item, float halo_px, Colour colour) {
        const std::size_t vertices = vertices_.size(), indices = indices_.size();
        if (add(item, halo_px, colour)) return;
        // The atlas is full: what fits is drawn, then it is begun anew. Only a text too large for an empty one is cut.
        vertices_.resize(vertices);
        indices_.resize(indices);
        flush(view);
        atlas_->restart();
        add(item, halo_px, colour);
    };
    for (const TextItem& item : items)
        if (item.halo_px > 0 && item.halo.a > 0) add_or_begin_anew(item, item.halo_px, item.halo);
    for (const TextItem& item : items) add_or_begin_anew(item, 0, item.colour);
    flush(view);
}

void TextPainter::flush(const View& view) {
    const GlyphAtlas::Rows rows = atlas_->take_changed_rows();
    if (rows.first < rows.end)
        texture_.update(0, rows.first, GlyphAtlas::side, rows.end - rows.first,
                        atlas_->pixels().data() + static_cast<std::ptrdiff_t>(rows.first) * GlyphAtlas::side);
    if (vertices_.empty()) return;
    buffer_.upload(vertices_, indices_);
    text_program_.use();
    texture_.bind(0);
    text_program_.set("atlas", 0);
    window_->set_uniforms(text_program_, view);
    buffer_.draw_triangles();
    vertices_.clear();
    indices_.clear();
}

void TextPainter::draw_panels(const View& view, std::span<const PanelItem> panels) {
    if (panels.empty()) return;
    std::vector<PanelVertex> vertices;
    std::vector<std::uint32_t> indices;
    for (const PanelItem& panel : panels) {
        const float half_width = panel.width / 2, half_height = panel.height / 2;
        const float centre_x = panel.x + half_width, centre_y = panel.y + half_height;
        const auto first = static_cast<std::uint32_t>(vertices.size());
        for (const auto& [sign_x, sign_y] : {std::pair{-1.f, -1.f}, {1.f, -1.f}, {1.f, 1.f}, {-1.f, 1.f}}) {
            const float local_x = sign_x * (half_width + 1), local_y = sign_y * (half_height + 1);
            vertices.push_back({centre_x + local_x,
                                centre_y + local_y,
                                local_x,
                                local_y,
                                half_width,
                                half_height,
                                panel.radius,
                                panel.edge_px,
                                {panel.fill.r, panel.fill.g, panel.fill.b, panel.fill.a},
                                {panel.edge.r, panel.edge.g, panel.edge.b, panel.edge.a}});
        }
        for (std::uint32_t corner : {0u, 1u, 2u, 0u, 2u, 3u}) indices.push_back(first + corner);
    }
    panel_buffer_.upload(vertices, indices);
    panel_program_.use();
    window_->set_uniforms(panel_program_, view);
    panel_buffer_.draw_triangles();
}

}  // namespace chronomap
