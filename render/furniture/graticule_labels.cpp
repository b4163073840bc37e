#include "render/furniture/graticule_labels.hpp"

#include <algorithm>

namespace chronomap {
namespace {

/// Nominal length of the ticks, and what is between the frame and a label.
constexpr float tick = 3.5f;
constexpr double inset = tick + 2.5;

/// The upper edge of a strip that fills the picture's lower side, or the side itself.
double lower_side(const View& view, const std::vector<PixelBox>& blocks) {
    double bottom = view.height_px;
    for (const PixelBox& block : blocks)
        if (block.right - block.left > 0.9 * view.width_px && block.bottom >= view.height_px - 1)
            bottom = std::min(bottom, block.top);
    return bottom;
}

/// The left upper corner of a label of this size at a crossing.
PixelPoint corner_at(const GraticuleCrossing& crossing, double width, double height, double free) {
    switch (crossing.side) {
        case FrameSide::top:
            return {crossing.at.x - width / 2, crossing.at.y + free};
        case FrameSide::bottom:
            return {crossing.at.x - width / 2, crossing.at.y - free - height};
        case FrameSide::left:
        case FrameSide::globe_right:
            return {crossing.at.x + free, crossing.at.y - height / 2};
        case FrameSide::right:
        case FrameSide::globe_left:
            break;
    }
    return {crossing.at.x - free - width, crossing.at.y - height / 2};
}

/// A short stroke from the frame inwards: on land the lines themselves are not drawn.
PanelItem tick_at(const GraticuleCrossing& crossing, float ratio, Colour colour) {
    const auto x = static_cast<float>(crossing.at.x), y = static_cast<float>(crossing.at.y);
    const float width = 0.9f * ratio, length = tick * ratio;
    const Colour clear{0, 0, 0, 0};
    switch (crossing.side) {
        case FrameSide::top:
            return {x - width / 2, y, width, length, 0, colour, clear, 0};
        case FrameSide::bottom:
            return {x - width / 2, y - length, width, length, 0, colour, clear, 0};
        case FrameSide::left:
        case FrameSide::globe_right:
            return {x, y - width / 2, length, width, 0, colour, clear, 0};
        case FrameSide::right:
        case FrameSide::globe_left:
            break;
    }
    return {x - length, y - width / 2, length, width, 0, colour, clear, 0};
}

}  // namespace

void GraticuleLabels::lay_out(const View& view, const Style& style, const std::vector<PixelBox>& blocks,
                              FontSet& fonts) {
    texts.clear();
    boxes.clear();
    ticks.clear();
    const TextStyle& look = style.of(TextClass::graticule);
    const double nominal_side = std::min(view.width_px, view.height_px) / view.pixel_ratio;
    constexpr double least_side = 280;
    if (look.colour.a <= 0 || style.graticule.colour.a <= 0 || nominal_side < least_side) return;
    const double bottom = lower_side(view, blocks);
    if (view_ != view || bottom_ != bottom) {
        view_ = view;
        bottom_ = bottom;
        crossings_ = graticule_crossings(view, {0, 0}, {double(view.width_px), bottom});
    }
    const double ratio = view.pixel_ratio;
    const auto size = static_cast<float>(look.size * ratio), spacing = static_cast<float>(look.spacing * ratio);
    // Digits are 0.72 of the size high; the degree sign no higher.
    const double height = 0.74 * size, free = inset * ratio, apart = 6 * ratio;
    for (const GraticuleCrossing& crossing : crossings_) {
        const double width = fonts.shape(crossing.words, look.font, size, spacing).width;
        const PixelPoint corner = corner_at(crossing, width, height, free);
        const PixelBox box{corner.x, corner.y, corner.x + width, corner.y + height};
        if (box.left < 1 || box.top < 1 || box.right > view.width_px - 1 || box.bottom > bottom - 1) continue;
        const PixelBox around{box.left - apart, box.top - apart, box.right + apart, box.bottom + apart};
        if (std::ranges::any_of(blocks, [&](const PixelBox& block) { return box.meets(block); }) ||
            std::ranges::any_of(boxes, [&](const PixelBox& other) { return around.meets(other); }))
            continue;
        TextItem item;
        item.text = crossing.words;
        item.role = look.font;
        item.size_px = size;
        item.letter_spacing_px = spacing;
        item.x = static_cast<float>(box.left);
        item.baseline = static_cast<float>(box.bottom);
        item.colour = look.colour;
        item.halo = look.halo;
        item.halo_px = static_cast<float>(look.halo_width * ratio);
        texts.push_back(std::move(item));
        boxes.push_back(box);
        ticks.push_back(tick_at(crossing, static_cast<float>(ratio), look.colour));
    }
}

}  // namespace chronomap
