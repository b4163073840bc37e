#include "render/scene/area_labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

constexpr int columns = 40, rows = 26;

/// The view's pixels as a coarse grid of places on the globe.
struct SampleGrid {
    std::vector<std::optional<LonLat>> places;
    double cell_width, cell_height;

    explicit SampleGrid(const View& view)
        : cell_width(double(view.width_px) / columns), cell_height(double(view.height_px) / rows) {
        places.reserve(columns * rows);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
                places.push_back(lonlat_from_screen(view, {(column + 0.5) * cell_width, (row + 0.5) * cell_height}));
    }
};

/// Even-odd rule over all rings.
bool contains(const Basemap& basemap, const BasemapFeature& feature, LonLat at) {
    if (at.lon < feature.west || at.lon > feature.east || at.lat < feature.south || at.lat > feature.north)
        return false;
    bool inside = false;
    for (std::size_t i = 0; i < feature.part_count; ++i) {
        const auto ring = basemap.part(feature, i);
        for (std::size_t a = 0, b = ring.size() - 1; a < ring.size(); b = a++)
            if ((ring[a].lat > at.lat) != (ring[b].lat > at.lat) &&
                at.lon <
                    (ring[b].lon - ring[a].lon) * (at.lat - ring[a].lat) / (ring[b].lat - ring[a].lat) + ring[a].lon)
                inside = !inside;
    }
    return inside;
}

/// The inside cell with most room: half the free run to its left and right, bounded by the room above and below.
AreaLabel roomiest(const std::vector<bool>& inside, const SampleGrid& grid) {
    AreaLabel best;
    double best_score = 0;
    const auto is_inside = [&](int column, int row) {
        return column >= 0 && row >= 0 && column < columns && row < rows &&
               inside[static_cast<std::size_t>(row * columns + column)];
    };
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            if (!is_inside(column, row)) continue;
            int left = 0, right = 0, up = 0, down = 0;
            while (is_inside(column - left - 1, row)) ++left;
            while (is_inside(column + right + 1, row)) ++right;
            while (is_inside(column, row - up - 1)) ++up;
            while (is_inside(column, row + down + 1)) ++down;
            const double across = (2 * std::min(left, right) + 1) * grid.cell_width,
                         along = (2 * std::min(up, down) + 1) * grid.cell_height;
            const double score = std::min(across, 3 * along);
            if (score <= best_score) continue;
            best_score = score;
            best.x = (column + 0.5) * grid.cell_width;
            best.y = (row + 0.5) * grid.cell_height;
            best.room_px = across;
        }
    return best;
}

}  // namespace

std::vector<AreaLabel> area_labels(const Basemap& basemap, const View& view) {
    const SampleGrid grid(view);
    std::vector<AreaLabel> labels;
    // A level whose error stays below a tenth of a cell is exact enough.
    const double cell_degrees = grid.cell_width * view.metres_per_px / 111320;
    int level = 0;
    while (level + 1 < basemap.levels() && basemap.tolerance_degrees(level + 1) < cell_degrees / 10) ++level;
    // Lakes first: a country's name stays out of them.
    std::vector<bool> in_lake(columns * rows, false);
    for (const auto& [layer, water] : {std::pair{BasemapLayer::lakes, true}, {BasemapLayer::country_areas, false}})
        for (const BasemapFeature& feature : basemap.features(layer, level)) {
            if (basemap.text(feature.name).empty()) continue;
            std::vector<bool> inside(columns * rows, false);
            int count = 0;
            for (std::size_t i = 0; i < inside.size(); ++i)
                if (grid.places[i] && !in_lake[i] && contains(basemap, feature, *grid.places[i])) {
                    inside[i] = true;
                    ++count;
                }
            if (water)
                for (std::size_t i = 0; i < inside.size(); ++i)
                    if (inside[i]) in_lake[i] = true;
            if (count < 2) continue;
            AreaLabel label = roomiest(inside, grid);
            label.feature = &feature;
            label.water = water;
            labels.push_back(label);
        }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const AreaLabel& a, const AreaLabel& b) { return a.room_px > b.room_px; });
    return labels;
}

}  // namespace chronomap
