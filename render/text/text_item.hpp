#pragma once

#include <string>
#include <vector>

#include "render/scene/style.hpp"
#include "render/text/font_set.hpp"
#include "render/text/text_path.hpp"

namespace chronomap {

/// A line of text to draw: its left end on the baseline in device pixels from the image's top left corner; or a line
/// that it follows.
struct TextItem {
    std::string text;
    FontRole role = FontRole::regular;
    float size_px = 12;
    float letter_spacing_px = 0;
    float x = 0, baseline = 0;
    Colour colour;
    Colour halo{1, 1, 1, 0};
    float halo_px = 0;
    TextPath path{};  ///< the baseline that is followed from its first point; empty: level at x, baseline
};

/// A box with rounded corners behind text.
struct PanelItem {
    float x = 0, y = 0, width = 0, height = 0;
    float radius = 0;
    Colour fill, edge{0, 0, 0, 0};
    float edge_px = 0;
};

}  // namespace chronomap
