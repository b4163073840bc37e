#pragma once

#include <span>
#include <vector>

#include "render/scene/camera.hpp"

namespace chronomap {

/// A text that wants to stand along a line. Device pixels.
struct LineText {
    double width = 0;
    double size = 0;    ///< of the type
    double gap = 0;     ///< between the line and the text above it
    double repeat = 0;  ///< a long line bears the text again after about this length
};

/// Where a text may stand along a line: the baseline that it follows from left to right, a little longer than the text.
struct LinePlace {
    std::vector<PixelPoint> baseline;
    PixelPoint middle;
    double cost = 0;  ///< bends, steepness, distance from the stretch's middle; smaller is better
};

/// Places for the text along each stretch of the line, best first; none where the line is too short or bends too much.
/// The line's wiggles are smoothed away first: the text follows its course. Never upside down. Depends on nothing but
/// the line and the text: the same wherever the view is panned to.
std::vector<std::vector<LinePlace>> places_along(std::span<const PixelPoint> line, const LineText& text);

}  // namespace chronomap
