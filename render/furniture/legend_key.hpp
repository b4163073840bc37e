#pragma once

#include "render/furniture/furniture_layout.hpp"
#include "render/furniture/legend_rows.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

/// Adds what stands before the words of a legend row, its middle at `at`; up to 22 nominal pixels wide.
void add_legend_key(FurnitureLayout& layout, const Style& style, float pixel_ratio, const LegendRow& row,
                    PixelPoint at);

}  // namespace chronomap
