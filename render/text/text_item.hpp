#pragma once

#include <string>
#include <vector>

#include "render/scene/style.hpp"
#include "render/text/font_set.hpp"

namespace chronomap {

/// A line of text to draw: its left end on the baseline in device pixels from the image's top left corner.
struct TextItem {
    std::string text;
    FontRole role = FontRole::regular;
    float size_px = 12;
    float letter_spacing_px = 0;
    float x = 0, baseline = 0;
    Colour colour;
    Colour halo{1, 1, 1, 0};
    float halo_px = 0;
};

/// A box with rounded corners behind text.
struct PanelItem {
    float x = 0, y = 0, width = 0, height = 0;
    float radius = 0;
    Colour fill, edge{0, 0, 0, 0};
    float edge_px = 0;
};

}  // namespace chronomap
