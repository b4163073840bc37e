#include "render/scene/mark_counts.hpp"

#include "render/scene/mark_clusters.hpp"
#include "render/scene/mark_fan.hpp"
#include "render/scene/mark_looks.hpp"

namespace chronomap {
std::vector<TextItem> count_texts(const EventMarks& marks, const View& view, const Style& style, FontSet& fonts) {
    const TextStyle& look = style.of(TextClass::symbol_count);
    const auto size = look.size * static_cast<float>(view.pixel_ratio);
    std::vector<TextItem> texts;
    for (const EventMark& mark : marks.symbols) {
        if (!mark.is_counted() || mark.dimmed) continue;
        TextItem item;
        item.text = count_words(mark.events.size());
        item.role = look.font;
        item.size_px = size;
        item.x = static_cast<float>(mark.x_px) - fonts.shape(item.text, look.font, size, 0).width / 2;
        // The middle of a digit, 0.72 of the size high, on the place.
        item.baseline = static_cast<float>(mark.y_px) + 0.36f * size;
        item.colour = readable_on(symbol_look(mark, style, view.pixel_ratio).fill, look.colour, style.mixed_fill);
        texts.push_back(std::move(item));
    }
    return texts;
}

std::vector<PanelItem> fan_grounds(const EventMarks& marks, const View& view, const Style& style) {
    const auto ratio = static_cast<float>(view.pixel_ratio);
    std::vector<PanelItem> grounds;
    for (const EventMark& mark : marks.symbols) {
        if (mark.role != MarkRole::hub) continue;
        const float radius = static_cast<float>(mark.reach_px) + static_cast<float>(fan_margin) * ratio;
        Colour fill = style.mixed_fill, edge = style.of(TextClass::symbol_count).colour;
        fill.a = 0.82f, edge.a = 0.3f;
        grounds.push_back({static_cast<float>(mark.x_px) - radius, static_cast<float>(mark.y_px) - radius, 2 * radius,
                           2 * radius, radius, fill, edge, 0.8f * ratio});
    }
    return grounds;
}

}  // namespace chronomap
