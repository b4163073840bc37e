#include "render/scene/relief.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace chronomap {
namespace {

/// Shadows are warm and light is white, as in printed atlases.
constexpr std::uint8_t shadow[3] = {52, 40, 28};

}  // namespace

Image shade_image(const ShadeGrid& shades, double opacity) {
    std::array<std::array<std::uint8_t, 4>, 256> colours{};
    for (int shade = 1; shade < 256; ++shade) {
        const double level = static_cast<double>(shade) / flat_shade;  // 1 on the level
        const bool dark = level < 1;
        // The lights' mean flattens slopes: contrast is raised before it is drawn.
        const double strength = std::min(1.0, std::abs(level - 1) * (dark ? 2.6 : 1.7));
        auto& colour = colours[static_cast<std::size_t>(shade)];
        for (std::size_t channel = 0; channel < 3; ++channel) colour[channel] = dark ? shadow[channel] : 255;
        colour[3] = static_cast<std::uint8_t>(std::lround(255 * strength * opacity));
    }
    Image image{shades.width, shades.height, {}};
    image.rgba.reserve(shades.shade.size() * 4);
    for (const std::uint8_t shade : shades.shade)
        image.rgba.insert(image.rgba.end(), colours[shade].begin(), colours[shade].end());
    return image;
}

}  // namespace chronomap
