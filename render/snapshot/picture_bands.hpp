#pragma once

#include <functional>

#include "geo/base/progress.hpp"
#include "render/map_renderer.hpp"
#include "render/snapshot/picture_sink.hpp"

namespace chronomap {

/// How much of a picture is drawn at once.
struct BandLimits {
    int most_side_px = 8192;              ///< of a tile; drivers draw 8192 and more
    std::size_t most_pixels = 8'000'000;  ///< of a tile: with all that drawing it takes, about 100 MiB
};

/// Draws a part of a picture into a framebuffer that is at least as large, and gives its pixels: rows from the top,
/// RGBA.
using DrawTile = std::function<std::vector<std::uint8_t>(const PixelWindow& part, unsigned framebuffer)>;

/// Draws a picture of this size in bands from the top, each in tiles where it is too wide for one, and hands its rows
/// to `sink`: memory does not grow with the picture's height. Needs an OpenGL context to be current. Error: of the
/// sink; no memory for a tile; `cancelled`.
Result<void> draw_in_bands(int width_px, int height_px, const DrawTile& draw, PictureSink& sink,
                           const Progress& progress, const BandLimits& limits = {});

/// The same for a scene. What is drawn does not depend on the limits, but for the rounding of single values of pixels.
Result<void> draw_in_bands(MapRenderer& renderer, const Scene& scene, const View& view, PictureSink& sink,
                           const Progress& progress, const BandLimits& limits = {});

}  // namespace chronomap
