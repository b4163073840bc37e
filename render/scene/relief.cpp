#include "render/scene/relief.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace chronomap {
namespace {

std::uint8_t byte_of(float value) {
    return static_cast<std::uint8_t>(std::lround(value * 255));
}

/// Every height that is told apart, coloured once.
class HeightTable {
  public:
    HeightTable(std::span<const HeightColour> ramp, float lowest, float highest) : lowest_(lowest) {
        const auto count = static_cast<std::size_t>((highest - lowest) / step) + 1;
        for (std::size_t i = 0; i < count; ++i) {
            const Colour colour = colour_at_height(ramp, lowest + step * static_cast<float>(i));
            colours_.push_back({byte_of(colour.r), byte_of(colour.g), byte_of(colour.b), byte_of(colour.a)});
        }
    }
    const std::array<std::uint8_t, 4>& at(float metres) const {
        const float place = std::clamp((metres - lowest_) / step, 0.0f, static_cast<float>(colours_.size() - 1));
        return colours_[static_cast<std::size_t>(place)];
    }

  private:
    static constexpr float step = 5;
    float lowest_;
    std::vector<std::array<std::uint8_t, 4>> colours_;
};

constexpr float lowest_m = -12000, highest_m = 9000;

}  // namespace

Image tint_image(const ElevationGrid& heights, const Style& style) {
    const HeightTable table(style.heights, lowest_m, highest_m);
    Image image{heights.width, heights.height, std::vector<std::uint8_t>(heights.metres.size() * 4)};
    for (std::size_t i = 0; i < heights.metres.size(); ++i)
        if (std::isfinite(heights.metres[i])) std::ranges::copy(table.at(heights.metres[i]), &image.rgba[i * 4]);
    return image;
}

Image depth_image(const ElevationGrid& heights, const Style& style) {
    // Shores of files and of the map never agree: colour sets in where the water is deep.
    constexpr float full_depth_m = 60;
    const HeightTable table(style.depths, lowest_m, 0);
    Image image{heights.width, heights.height, std::vector<std::uint8_t>(heights.metres.size() * 4)};
    for (std::size_t i = 0; i < heights.metres.size(); ++i) {
        const float metres = heights.metres[i];
        if (!std::isfinite(metres) || metres >= 0) continue;
        std::ranges::copy(table.at(metres), &image.rgba[i * 4]);
        image.rgba[i * 4 + 3] =
            static_cast<std::uint8_t>(image.rgba[i * 4 + 3] * std::min(1.0f, -metres / full_depth_m));
    }
    return image;
}

Image laid_over(const Image& above, Image below) {
    for (std::size_t i = 0; i < below.rgba.size(); i += 4) {
        const unsigned top = above.rgba[i + 3], bottom = below.rgba[i + 3];
        if (top == 0) continue;
        const unsigned alpha = top * 255 + bottom * (255 - top);  // times 255
        for (std::size_t c = 0; c < 3; ++c)
            below.rgba[i + c] = static_cast<std::uint8_t>(
                (above.rgba[i + c] * top * 255 + below.rgba[i + c] * bottom * (255 - top) + alpha / 2) / alpha);
        below.rgba[i + 3] = static_cast<std::uint8_t>((alpha + 127) / 255);
    }
    return below;
}

Image shade_image(const ShadeGrid& shades, const Style& style) {
    const std::array<float, 3> shadow{style.relief_shadow.r, style.relief_shadow.g, style.relief_shadow.b};
    std::array<std::array<std::uint8_t, 4>, 256> colours{};
    for (int shade = 1; shade < 256; ++shade) {
        const double level = static_cast<double>(shade) / flat_shade;  // 1 on the level
        const bool dark = level < 1;
        // The lights' mean flattens slopes: contrast is raised before it is drawn.
        const double strength = std::min(1.0, std::abs(level - 1) * (dark ? 2.6 : 1.7));
        auto& colour = colours[static_cast<std::size_t>(shade)];
        for (std::size_t channel = 0; channel < 3; ++channel) colour[channel] = dark ? byte_of(shadow[channel]) : 255;
        colour[3] = static_cast<std::uint8_t>(std::lround(255 * strength * style.relief));
    }
    Image image{shades.width, shades.height, {}};
    image.rgba.reserve(shades.shade.size() * 4);
    for (const std::uint8_t shade : shades.shade)
        image.rgba.insert(image.rgba.end(), colours[shade].begin(), colours[shade].end());
    return image;
}

}  // namespace chronomap
