#include "render/scene/area_pattern.hpp"

#include <cmath>

namespace chronomap {

std::vector<PixelPoint> area_pattern(const View& view, EventKind kind, double spacing_px, const PixelBox& box) {
    // Multiples of the golden ratio, modulo 1, lie far from each other however many there are.
    constexpr double golden = 0.6180339887498949;
    const double shift = std::fmod(static_cast<double>(kind) * golden, 1.0) * spacing_px;
    const PixelPoint origin = screen_from_plane(view, {0, 0});
    const double x0 = origin.x + shift, y0 = origin.y + shift / 2;
    const double row_height = spacing_px * std::sqrt(3) / 2;
    std::vector<PixelPoint> points;
    const auto first_row = static_cast<std::int64_t>(std::floor((box.top - y0) / row_height));
    const auto last_row = static_cast<std::int64_t>(std::ceil((box.bottom - y0) / row_height));
    for (std::int64_t row = first_row; row <= last_row; ++row) {
        const double left = x0 + (row % 2 != 0 ? spacing_px / 2 : 0);
        const auto first = static_cast<std::int64_t>(std::floor((box.left - left) / spacing_px));
        const auto last = static_cast<std::int64_t>(std::ceil((box.right - left) / spacing_px));
        for (std::int64_t column = first; column <= last; ++column)
            points.push_back(
                {left + static_cast<double>(column) * spacing_px, y0 + static_cast<double>(row) * row_height});
    }
    return points;
}

}  // namespace chronomap
