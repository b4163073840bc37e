#include "app/window/window_layout.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace chronomap {

namespace {

constexpr float bar_height = 46;
constexpr float two_columns_from = 1100;  // nominal pixels
constexpr float least_map_share = 0.42F;
constexpr float button_margin = 12;

/// Down from where `box` is to where it meets nothing; nothing when that is below `bottom`.
std::optional<PixelRect> moved_down(PixelRect box, const std::vector<PixelRect>& taken, float gap, float bottom) {
    for (std::size_t turn = 0; turn <= taken.size(); ++turn) {
        const PixelRect around{box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap};
        const auto met = std::ranges::find_if(taken, [&](const PixelRect& each) { return around.overlaps(each); });
        if (met == taken.end()) return box;
        box.y = std::ceil(met->bottom() + gap);
        if (box.bottom() > bottom) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

WindowLayout layout_window(const PanelState& panels, float width, float height, float unit) {
    WindowLayout layout;
    const float bar = std::min(bar_height * unit, height / 4);
    layout.bar = {0, 0, width, bar};
    const float nominal_height = height / unit;
    constexpr float least_timeline = 96;
    const float usual_timeline = nominal_height < 560.0F ? 120.0F : nominal_height < 860.0F ? 136.0F : 190.0F;
    const float timeline =
        panels.timeline_height > 0 ? std::max(panels.timeline_height, least_timeline) : usual_timeline;
    const float bottom = panels.timeline ? std::floor(std::min(timeline * unit, height * 0.4F)) : 0.0F;
    layout.timeline = {0, height - bottom, width, bottom};
    constexpr float least_table = 130;
    float middle = std::max(1.0F, height - bar - bottom);
    const float table =
        panels.table ? std::floor(std::clamp(panels.table_height * unit, std::min(least_table * unit, middle * 0.5F),
                                             middle * 0.6F))
                     : 0.0F;
    middle = std::max(1.0F, middle - table);
    layout.table = {0, bar + middle, width, table};

    const bool wants_left = panels.events || panels.residue || panels.story;
    const bool wants_right = panels.article || panels.source;
    layout.one_column = width / unit < two_columns_from;
    float left = wants_left ? panels.left_width * unit : 0.0F;
    float right = wants_right ? panels.right_width * unit : 0.0F;
    if (layout.one_column) {
        // The wider of the two, on the right, where the reading happens.
        right = wants_left || wants_right ? std::min(std::max(left, right), width * 0.46F) : 0.0F;
        left = 0;
    } else {
        const float room = width * (1 - least_map_share);
        const float shrink = std::min(1.0F, room / std::max(1.0F, left + right));
        left *= shrink;
        right *= shrink;
    }
    left = std::floor(left);
    right = std::floor(right);
    layout.left = {0, bar, left, middle};
    layout.right = {width - right, bar, right, middle};
    layout.map = {left, bar, std::max(1.0F, width - left - right), middle};
    if (layout.map.width >= 200 * unit && layout.map.height >= 180 * unit) {
        const float side = map_button_size * unit, margin = button_margin * unit;
        layout.map_buttons = {layout.map.right() - side - margin, layout.map.y + margin, side,
                              map_button_count * side + (map_button_count - 1) * map_button_gap * unit};
    }
    return layout;
}

void keep_buttons_clear(WindowLayout& layout, const std::vector<PixelBox>& taken, float unit) {
    const PixelRect &map = layout.map, wanted = layout.map_buttons;
    if (wanted.width <= 0) return;
    std::vector<PixelRect> boxes;
    for (const PixelBox& each : taken)
        boxes.push_back({map.x + static_cast<float>(each.left), map.y + static_cast<float>(each.top),
                         static_cast<float>(each.right - each.left), static_cast<float>(each.bottom - each.top)});
    const float gap = 6 * unit;
    PixelRect opposite = wanted;
    opposite.x = map.x + button_margin * unit;
    auto place = moved_down(wanted, boxes, gap, map.bottom() - gap);
    if (!place) place = moved_down(opposite, boxes, gap, map.bottom() - gap);
    layout.map_buttons = place.value_or(PixelRect{});
}

}  // namespace chronomap
