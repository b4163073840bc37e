#include "render/scene/area_labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// One column and one row more than the picture is cut into: the grid begins a little outside of it.
constexpr int columns = 41, rows = 27;

/// Share of the best room that the place where a name stood must have for it to stay there.
constexpr double enough_room = 0.62;

/// The view's pixels as a coarse grid of places on the globe, at the same places wherever the view is panned to.
struct SampleGrid {
    std::vector<std::optional<LonLat>> places;
    double cell_width, cell_height, left, top;

    explicit SampleGrid(const View& view)
        : cell_width(double(view.width_px) / (columns - 1)), cell_height(double(view.height_px) / (rows - 1)) {
        const double x = view.centre_x / view.metres_per_px - view.width_px / 2.0,
                     y = -view.centre_y / view.metres_per_px - view.height_px / 2.0;
        left = std::floor(x / cell_width) * cell_width - x;
        top = std::floor(y / cell_height) * cell_height - y;
        places.reserve(columns * rows);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const PixelPoint at = middle(column, row);
                const bool seen = at.x >= 0 && at.y >= 0 && at.x <= view.width_px && at.y <= view.height_px;
                places.push_back(seen ? lonlat_from_screen(view, at) : std::nullopt);
            }
    }
    PixelPoint middle(int column, int row) const {
        return {left + (column + 0.5) * cell_width, top + (row + 0.5) * cell_height};
    }
};

/// The grid's places from south to north, to ask which of them lie in an area.
class PlacesByLatitude {
  public:
    explicit PlacesByLatitude(const SampleGrid& grid) {
        for (std::size_t i = 0; i < grid.places.size(); ++i)
            if (grid.places[i]) sorted_.push_back({*grid.places[i], i});
        std::ranges::sort(sorted_, {}, [](const Entry& entry) { return entry.at.lat; });
        for (const Entry& entry : sorted_) {
            west_ = std::min(west_, entry.at.lon);
            east_ = std::max(east_, entry.at.lon);
        }
    }

    /// Which places lie in `feature`, by the even-odd rule over all rings; none when it is far away. An edge is looked
    /// at once and asks only the places of its own latitudes, so the cost is that of reading the feature.
    bool find(const Basemap& basemap, const BasemapFeature& feature, std::vector<bool>& inside) const {
        if (sorted_.empty() || feature.west > east_ || feature.east < west_ || feature.south > sorted_.back().at.lat ||
            feature.north < sorted_.front().at.lat)
            return false;
        inside.assign(inside.size(), false);
        for (std::size_t i = 0; i < feature.part_count; ++i) {
            const auto ring = basemap.part(feature, i);
            for (std::size_t a = 0, b = ring.size() - 1; a < ring.size(); b = a++) cross(ring[a], ring[b], inside);
        }
        return true;
    }

  private:
    struct Entry {
        LonLat at;
        std::size_t cell;
    };

    /// Turns over the places whose way east crosses the edge.
    void cross(const PackedPoint& a, const PackedPoint& b, std::vector<bool>& inside) const {
        if (a.lat == b.lat || (a.lon < west_ && b.lon < west_)) return;
        const double low = std::min(a.lat, b.lat), high = std::max(a.lat, b.lat);
        auto entry = std::ranges::lower_bound(sorted_, low, {}, [](const Entry& e) { return e.at.lat; });
        for (; entry != sorted_.end() && entry->at.lat < high; ++entry)
            if (entry->at.lon < (b.lon - a.lon) * (entry->at.lat - a.lat) / (b.lat - a.lat) + a.lon)
                inside[entry->cell] = !inside[entry->cell];
    }

    std::vector<Entry> sorted_;
    double west_ = 1e9, east_ = -1e9;
};

/// Looks for the inside cell with most room: half the free run to its left and right, bounded by the room above and
/// below.
class RoomFinder {
  public:
    RoomFinder(const std::vector<bool>& inside, const SampleGrid& grid) : inside_(inside), grid_(grid) {}

    AreaLabel roomiest() const {
        AreaLabel best;
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const Room room = room_at(column, row);
                if (room.score <= best_score_) continue;
                best_score_ = room.score;
                best.x = grid_.middle(column, row).x;
                best.y = grid_.middle(column, row).y;
                best.room_px = room.across;
            }
        return best;
    }

    /// The label at `at` instead, when there is room enough.
    void keep_at(PixelPoint at, AreaLabel& label) const {
        const auto cell = [](double px, double size) { return static_cast<int>(std::floor(px / size)); };
        const Room room = room_at(cell(at.x - grid_.left, grid_.cell_width), cell(at.y - grid_.top, grid_.cell_height));
        if (room.score < enough_room * best_score_) return;
        label.x = at.x;
        label.y = at.y;
        label.room_px = room.across;
    }

  private:
    struct Room {
        double score = 0, across = 0;
    };
    bool is_inside(int column, int row) const {
        return column >= 0 && row >= 0 && column < columns && row < rows &&
               inside_[static_cast<std::size_t>(row * columns + column)];
    }
    Room room_at(int column, int row) const {
        if (!is_inside(column, row)) return {};
        int left = 0, right = 0, up = 0, down = 0;
        while (is_inside(column - left - 1, row)) ++left;
        while (is_inside(column + right + 1, row)) ++right;
        while (is_inside(column, row - up - 1)) ++up;
        while (is_inside(column, row + down + 1)) ++down;
        const double across = (2 * std::min(left, right) + 1) * grid_.cell_width,
                     along = (2 * std::min(up, down) + 1) * grid_.cell_height;
        return {std::min(across, 3 * along), across};
    }

    const std::vector<bool>& inside_;
    const SampleGrid& grid_;
    mutable double best_score_ = 0;
};

}  // namespace

std::vector<AreaLabel> area_labels(const Basemap& basemap, const View& view, const AreaAnchors& anchors) {
    const SampleGrid grid(view);
    const PlacesByLatitude places(grid);
    std::vector<bool> inside(columns * rows, false);
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
            if (!places.find(basemap, feature, inside)) continue;
            int count = 0;
            for (std::size_t i = 0; i < inside.size(); ++i) {
                if (in_lake[i]) inside[i] = false;
                if (inside[i]) ++count;
            }
            if (water)
                for (std::size_t i = 0; i < inside.size(); ++i)
                    if (inside[i]) in_lake[i] = true;
            if (count < 2) continue;
            const RoomFinder finder(inside, grid);
            AreaLabel label = finder.roomiest();
            if (const auto anchor = anchors.find(feature.name); anchor != anchors.end())
                finder.keep_at(screen_from_plane(view, anchor->second), label);
            label.feature = &feature;
            label.water = water;
            labels.push_back(label);
        }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const AreaLabel& a, const AreaLabel& b) { return a.room_px > b.room_px; });
    return labels;
}

}  // namespace chronomap
