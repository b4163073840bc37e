#pragma once

#include <optional>
#include <vector>

#include "render/mesh/label_placement.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

/// A stroke with round ends, in device pixels.
struct SignStroke {
    PixelPoint from, to;
    double half_width = 1;
};

/// What stands at the upper left of a symbol, or over the point of an area or a line, for the user's verdict: a small
/// disc with a tick (verified), a question mark (disputed) or a cross (rejected). In device pixels.
struct VerdictBadge {
    PixelPoint at;
    double radius_px = 0;
    Colour disc, ink;
    std::vector<SignStroke> strokes;

    PixelBox box() const { return {at.x - radius_px, at.y - radius_px, at.x + radius_px, at.y + radius_px}; }
};

/// Nothing for a mark without a verdict.
std::optional<VerdictBadge> verdict_badge(const EventMark& mark, const Style& style, double pixel_ratio);

}  // namespace chronomap
