#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// 8-bit sRGB with straight alpha, rows top to bottom, 4 bytes a pixel.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Renders off screen: an EGL surfaceless context, no display needed. Error: no EGL or OpenGL 3.3 (names the remedy).
Result<Image> render_snapshot(const Scene& scene, const View& view);

/// Writes a PNG atomically: a temporary file beside it, then a rename.
Result<void> write_png(const Image& image, const std::string& path);
Result<Image> read_png(const std::string& path);

}  // namespace chronomap
