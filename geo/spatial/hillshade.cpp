#include "geo/spatial/hillshade.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

namespace chronomap {
namespace {

struct Light {
    double east, north;  ///< unit vector on the ground towards the light
};

std::array<Light, 4> four_lights() {
    std::array<Light, 4> lights{};
    double azimuth = 225;
    for (Light& light : lights) {
        light = {std::sin(azimuth * std::numbers::pi / 180), std::cos(azimuth * std::numbers::pi / 180)};
        azimuth += 45;
    }
    return lights;
}

/// Brightness, 0 to 1, of a slope that rises by `east` and `north` for each metre.
double brightness(double east, double north, const std::array<Light, 4>& lights) {
    constexpr double sine = std::numbers::sqrt2 / 2;  // of the lights' height, and its cosine
    const double square = east * east + north * north;
    if (square == 0) return sine;
    const double length = std::sqrt(1 + square);
    double sum = 0;
    for (const Light& light : lights) {
        const double towards = east * light.east + north * light.north;
        // sin^2 of the angle between the slope's direction and the light; the four add up to 2.
        const double weight = 1 - towards * towards / square;
        sum += weight * std::max(0.0, sine * (1 - towards) / length);
    }
    return std::min(1.0, sum / 2);
}

}  // namespace

double relief_exaggeration(double ground_metres_per_px) {
    constexpr double true_to_scale_below = 100;
    return std::sqrt(std::max(1.0, ground_metres_per_px / true_to_scale_below));
}

ShadeGrid hillshade(const ElevationGrid& heights, double exaggeration) {
    const int width = heights.width, height = heights.height;
    assert(heights.metres.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    assert(heights.ground_metres_per_px > 0);
    ShadeGrid shades{width, height, std::vector<std::uint8_t>(heights.metres.size())};
    const auto lights = four_lights();
    const double scale = exaggeration / (8 * heights.ground_metres_per_px);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto index = static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + x;
            const double here = heights.metres[index];
            if (std::isnan(here)) continue;
            const auto at = [&](int dx, int dy) -> double {
                const int column = x + dx, row = y + dy;
                if (column < 0 || row < 0 || column >= width || row >= height) return here;
                const float metres = heights.metres[static_cast<std::size_t>(row) * width + column];
                return std::isnan(metres) ? here : metres;
            };
            const double nw = at(-1, -1), n = at(0, -1), ne = at(1, -1), w = at(-1, 0), e = at(1, 0), sw = at(-1, 1),
                         s = at(0, 1), se = at(1, 1);
            const double east = (ne + 2 * e + se - nw - 2 * w - sw) * scale;
            const double north = (nw + 2 * n + ne - sw - 2 * s - se) * scale;
            shades.shade[index] = static_cast<std::uint8_t>(std::lround(1 + 254 * brightness(east, north, lights)));
        }
    }
    return shades;
}

}  // namespace chronomap
