#include "render/scene/shape_room.hpp"

#include <algorithm>
#include <cmath>

#include "geo/io/geo_box.hpp"

namespace chronomap {
namespace {

constexpr int columns = 7, rows = 9;
/// Share of the text's half that must lie inside, on either side of its middle.
constexpr double inner_share = 0.8;

struct ScreenBox {
    double left = 1e300, top = 1e300, right = -1e300, bottom = -1e300;
    bool is_empty() const { return left > right; }
};

ScreenBox box_on_screen(const std::vector<std::vector<LonLat>>& rings, const View& view) {
    ScreenBox box;
    for (const auto& ring : rings)
        for (const LonLat& point : ring)
            if (const auto at = screen_from_lonlat(view, point))
                box = {std::min(box.left, at->x), std::min(box.top, at->y), std::max(box.right, at->x),
                       std::max(box.bottom, at->y)};
    return box;
}

}  // namespace

std::vector<PixelPoint> room_in_shape(const std::vector<std::vector<LonLat>>& rings, const View& view, PixelPoint from,
                                      double width_px) {
    const ScreenBox box = box_on_screen(rings, view);
    std::vector<PixelPoint> places;
    if (box.is_empty() || box.right - box.left < width_px * inner_share) return places;
    const auto lies_inside = [&](double x, double y) {
        const auto at = lonlat_from_screen(view, {x, y});
        return at && is_inside(rings, *at);
    };
    const double half = width_px / 2 * inner_share;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const double x = box.left + (box.right - box.left) * (column + 0.5) / columns;
            const double y = box.top + (box.bottom - box.top) * (row + 0.5) / rows;
            if (lies_inside(x, y) && lies_inside(x - half, y) && lies_inside(x + half, y)) places.push_back({x, y});
        }
    std::ranges::stable_sort(places, {},
                             [&](const PixelPoint& at) { return std::hypot(at.x - from.x, at.y - from.y); });
    return places;
}

}  // namespace chronomap
