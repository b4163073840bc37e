#include "render/furniture/legend_key.hpp"

#include <algorithm>
#include <utility>

#include "render/scene/mark_looks.hpp"

namespace chronomap {
namespace {

constexpr Colour clear{0, 0, 0, 0};

EventMark symbol(const LegendRow& row, PixelPoint at, float radius_px) {
    EventMark mark;
    mark.kind = row.kind;
    mark.x_px = at.x;
    mark.y_px = at.y;
    mark.radius_px = radius_px;
    mark.uncertain = row.key == LegendKey::pale_symbol;
    mark.not_fact = row.key == LegendKey::hollow_symbol;
    mark.faded = row.key == LegendKey::faded_symbol ? 1.0f : 0.0f;
    return mark;
}

}  // namespace

void add_legend_key(FurnitureLayout& layout, const Style& style, float ratio, const LegendRow& row, PixelPoint at) {
    const auto px = [&](float nominal) { return nominal * ratio; };
    const auto x = static_cast<float>(at.x), y = static_cast<float>(at.y);
    const Colour colour = style.of(row.kind).colour;
    switch (row.key) {
        case LegendKey::symbol:
        case LegendKey::pale_symbol:
        case LegendKey::hollow_symbol:
        case LegendKey::faded_symbol:
            layout.symbols.symbols.push_back(symbol(row, at, px(5.5f)));
            return;
        case LegendKey::verdict: {
            EventMark mark = symbol(row, {at.x + px(2.5f), at.y + px(2)}, px(5));
            mark.verdict = row.verdict;
            layout.symbols.symbols.push_back(std::move(mark));
            return;
        }
        case LegendKey::counted_symbol: {
            EventMark mark = symbol(row, at, px(7.5f));
            mark.kinds = row.kinds;
            for (const KindShare& share : row.kinds) mark.events.resize(mark.events.size() + share.events);
            const Colour ground = symbol_look(mark, style, ratio).fill;
            layout.symbols.symbols.push_back(std::move(mark));
            // A digit is 0.57 of its size wide and 0.72 high.
            const TextStyle& look = style.of(TextClass::symbol_count);
            const float size = px(9);
            TextItem number{"3",
                            look.font,
                            size,
                            0,
                            x - 0.285f * size,
                            y + 0.36f * size,
                            readable_on(ground, look.colour, style.mixed_fill)};
            layout.texts.push_back(std::move(number));
            return;
        }
        case LegendKey::vague_area:
            // The four sides of a box, each broken.
            for (const auto& [left, wide] : {std::pair{-8.0f, 4.5f}, {-2.25f, 4.5f}, {3.5f, 4.5f}})
                for (const float top : {-5.0f, 3.7f})
                    layout.strokes.push_back({x + px(left), y + px(top), px(wide), px(1.3f), 0, colour, clear, 0});
            for (const float left : {-8.0f, 6.7f})
                for (const float top : {-5.0f, 1.5f})
                    layout.strokes.push_back({x + px(left), y + px(top), px(1.3f), px(3.5f), 0, colour, clear, 0});
            return;
        case LegendKey::area: {
            Colour fill = colour;
            fill.a = 0.25f;
            float width = px(16), height = px(10);
            if (style.area_symbol_radius > 0) {
                fill.a = 0;
                width = px(22), height = px(15);
                layout.symbols.symbols.push_back(symbol(row, at, px(2.4f)));
            }
            layout.strokes.push_back({x - width / 2, y - height / 2, width, height, px(1.5f), fill, colour, px(1.3f)});
            return;
        }
        case LegendKey::layer_area:
        case LegendKey::layer_claim: {
            Colour fill = row.colour;
            fill.a = row.key == LegendKey::layer_area ? std::max(0.2f, style.layer_fill) : 0;
            layout.strokes.push_back(
                {x - px(8), y - px(5), px(16), px(10), px(1), fill, row.colour, px(style.layer_outline * 0.8f)});
            if (row.key == LegendKey::layer_area) return;
            for (int stripe = -1; stripe <= 1; ++stripe)
                layout.strokes.push_back({x + px(5 * static_cast<float>(stripe)) - px(0.7f), y - px(4), px(1.4f), px(8),
                                          0, row.colour, clear, 0});
            return;
        }
        case LegendKey::height: {
            // As high as a row: those of one ramp touch.
            const float height = px(style.of(TextClass::legend).size * 1.62f);
            layout.strokes.push_back(
                {x - px(8), y - height / 2, px(16), height, 0, row.colour, style.panel.edge, px(0.75f)});
            return;
        }
        case LegendKey::layer_line:
            for (const auto& [left, wide] : {std::pair{-8.0f, 7.0f}, {0.5f, 2.0f}, {4.0f, 4.0f}})
                layout.strokes.push_back({x + px(left), y - px(1), px(wide), px(2), 0, row.colour, clear, 0});
            return;
        case LegendKey::line:
            layout.strokes.push_back({x - px(8), y - px(1.5f), px(16), px(3), px(1.5f), colour, clear, 0});
            return;
        case LegendKey::disputed_line:
            for (int dash = -1; dash <= 1; ++dash)
                layout.strokes.push_back({x + px(6.2f * static_cast<float>(dash) - 2), y - px(0.8f), px(4), px(1.6f), 0,
                                          style.disputed_line.colour, clear, 0});
            return;
        case LegendKey::none:
            return;
    }
}

}  // namespace chronomap
