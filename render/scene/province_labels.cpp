#include "render/scene/province_labels.hpp"

#include <algorithm>
#include <cmath>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// Provinces with less room than this many nominal pixels bear no name.
constexpr double least_room_px = 64;

/// Twice the shorter way from the middle to an end, along one axis.
double extent(PixelPoint a, PixelPoint b, PixelPoint middle, double PixelPoint::*axis) {
    return 2 * std::min(std::abs(a.*axis - middle.*axis), std::abs(b.*axis - middle.*axis));
}

}  // namespace

std::vector<ProvinceLabel> province_labels(const Basemap& basemap, const View& view, PlaneMemo& on_plane) {
    std::vector<ProvinceLabel> labels;
    const auto provinces = basemap.features(BasemapLayer::provinces, 0);
    for (std::size_t number = 0; number < provinces.size(); ++number) {
        const BasemapFeature& feature = provinces[number];
        // Cheap first: most provinces are elsewhere or too small.
        const double metres = (feature.east - feature.west) * 111320;
        if (metres / view.metres_per_px < least_room_px * view.pixel_ratio) continue;
        const auto points = basemap.part(feature, 0);
        const auto on_screen = [&](std::size_t i) {
            return on_plane.on_screen(view, number * 5 + i, {points[i].lon, points[i].lat});
        };
        const auto middle = on_screen(0);
        if (!middle || middle->x < 0 || middle->y < 0 || middle->x > view.width_px || middle->y > view.height_px)
            continue;
        PixelPoint ends[4];
        bool seen = true;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto end = on_screen(i + 1);
            seen = seen && end;
            if (end) ends[i] = *end;
        }
        if (!seen) continue;
        ProvinceLabel label{&feature, middle->x, middle->y, 0, 0};
        label.width_px = extent(ends[0], ends[1], *middle, &PixelPoint::x);
        label.height_px = extent(ends[2], ends[3], *middle, &PixelPoint::y);
        // Where east is up, the one stands for the other.
        if (std::abs(ends[1].y - ends[0].y) > std::abs(ends[1].x - ends[0].x)) {
            label.width_px = extent(ends[2], ends[3], *middle, &PixelPoint::x);
            label.height_px = extent(ends[0], ends[1], *middle, &PixelPoint::y);
        }
        if (label.width_px >= least_room_px * view.pixel_ratio) labels.push_back(label);
    }
    std::ranges::stable_sort(labels, std::ranges::greater(), &ProvinceLabel::width_px);
    return labels;
}

}  // namespace chronomap
