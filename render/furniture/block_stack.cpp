#include "render/furniture/block_stack.hpp"

#include <algorithm>

namespace chronomap {
namespace {

bool is_at_top(FurniturePlace place) {
    return place == FurniturePlace::top_left || place == FurniturePlace::top || place == FurniturePlace::top_right;
}

double left_of(FurniturePlace place, const PixelBox& room, double width) {
    switch (place) {
        case FurniturePlace::top:
        case FurniturePlace::bottom:
            return (room.left + room.right - width) / 2;
        case FurniturePlace::top_right:
        case FurniturePlace::bottom_right:
            return room.right - width;
        default:
            return room.left;
    }
}

}  // namespace

std::optional<PixelBox> BlockStack::find(FurniturePlace place, double width, double height) const {
    if (width > room_.right - room_.left || height > room_.bottom - room_.top) return std::nullopt;
    const double left = left_of(place, room_, width);
    const bool down = is_at_top(place);
    double top = down ? room_.top : room_.bottom - height;
    // Each turn passes one block; a block that was passed is not met again.
    for (std::size_t turn = 0; turn <= blocks_.size(); ++turn) {
        const PixelBox box{left, top, left + width, top + height};
        const PixelBox around{box.left - gap_, box.top - gap_, box.right + gap_, box.bottom + gap_};
        const auto met = std::ranges::find_if(blocks_, [&](const PixelBox& other) { return around.meets(other); });
        if (met == blocks_.end()) return box;
        // A hundredth of a pixel, so that rounding does not meet it again.
        top = down ? met->bottom + gap_ + 0.01 : met->top - gap_ - height - 0.01;
        if (top < room_.top || top + height > room_.bottom) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace chronomap
