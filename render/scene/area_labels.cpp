#include "render/scene/area_labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// One column and one row more than the picture is cut into: the grid begins a little outside of it.
constexpr int view_columns = 41, view_rows = 27;
/// Areas of at most so many of its cells are looked at again on a grid of their own, this many times as fine.
constexpr int few_cells = 90, times_as_fine = 4;
/// That costs something: no more areas than this.
constexpr int most_looked_at_again = 64;

/// Share of the best room that the place where a name stood must have for it to stay there.
constexpr double enough_room = 0.62;

/// Pixels of the view as a grid of places on the globe.
struct SampleGrid {
    int columns, rows;
    double left, top, cell_width, cell_height;
    std::vector<std::optional<LonLat>> places;

    /// Over the whole view, at the same places wherever it is panned to.
    explicit SampleGrid(const View& view)
        : columns(view_columns),
          rows(view_rows),
          cell_width(double(view.width_px) / (columns - 1)),
          cell_height(double(view.height_px) / (rows - 1)) {
        const double x = view.centre_x / view.metres_per_px - view.width_px / 2.0,
                     y = -view.centre_y / view.metres_per_px - view.height_px / 2.0;
        left = std::floor(x / cell_width) * cell_width - x;
        top = std::floor(y / cell_height) * cell_height - y;
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const PixelPoint at = middle(column, row);
                places.push_back(in_view(view, at) ? lonlat_from_screen(view, at) : std::nullopt);
            }
    }

    /// A finer grid over the cells of `coarse` that are `inside`, and those next to them.
    SampleGrid(const View& view, const SampleGrid& coarse, const std::vector<bool>& inside)
        : cell_width(coarse.cell_width / times_as_fine), cell_height(coarse.cell_height / times_as_fine) {
        int first_column = coarse.columns, last_column = 0, first_row = coarse.rows, last_row = 0;
        for (int row = 0; row < coarse.rows; ++row)
            for (int column = 0; column < coarse.columns; ++column) {
                if (!inside[coarse.index(column, row)]) continue;
                first_column = std::min(first_column, column), last_column = std::max(last_column, column);
                first_row = std::min(first_row, row), last_row = std::max(last_row, row);
            }
        columns = (last_column - first_column + 3) * times_as_fine;
        rows = (last_row - first_row + 3) * times_as_fine;
        left = coarse.left + (first_column - 1) * coarse.cell_width;
        top = coarse.top + (first_row - 1) * coarse.cell_height;
        const auto projection = projection_for(view.crs);
        std::vector<PlanePoint> points;
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
                points.push_back(plane_from_screen(view, middle(column, row)));
        (*projection)->inverse(points);
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                const PlanePoint& point = points[index(column, row)];
                const bool seen = point.finite() && in_view(view, middle(column, row));
                places.push_back(seen ? std::optional(LonLat{std::remainder(point.x, 360), point.y}) : std::nullopt);
            }
    }

    PixelPoint middle(int column, int row) const {
        return {left + (column + 0.5) * cell_width, top + (row + 0.5) * cell_height};
    }
    std::size_t index(int column, int row) const { return static_cast<std::size_t>(row * columns + column); }
    /// The cell at a pixel; none outside of the grid.
    std::optional<std::size_t> cell_at(PixelPoint at) const {
        const double column = std::floor((at.x - left) / cell_width), row = std::floor((at.y - top) / cell_height);
        if (column < 0 || row < 0 || column >= columns || row >= rows) return std::nullopt;
        return index(static_cast<int>(column), static_cast<int>(row));
    }

  private:
    static bool in_view(const View& view, PixelPoint at) {
        return at.x >= 0 && at.y >= 0 && at.x <= view.width_px && at.y <= view.height_px;
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
        for (int row = 0; row < grid_.rows; ++row)
            for (int column = 0; column < grid_.columns; ++column) {
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
        return column >= 0 && row >= 0 && column < grid_.columns && row < grid_.rows &&
               inside_[grid_.index(column, row)];
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
        return {std::min(across, 3 * along) + 0.1 * along, across};
    }

    const std::vector<bool>& inside_;
    const SampleGrid& grid_;
    mutable double best_score_ = 0;
};

AreaLabel place_in(const SampleGrid& grid, const std::vector<bool>& inside, std::optional<PixelPoint> anchor) {
    const RoomFinder finder(inside, grid);
    AreaLabel label = finder.roomiest();
    if (anchor) finder.keep_at(*anchor, label);
    return label;
}

}  // namespace

std::vector<AreaLabel> area_labels(const Basemap& basemap, const View& view, const AreaAnchors& anchors) {
    const SampleGrid grid(view);
    const PlacesByLatitude places(grid);
    std::vector<bool> inside(grid.places.size(), false);
    int looked_at_again = 0;
    std::vector<AreaLabel> labels;
    // A level whose error stays below a tenth of a cell is exact enough.
    const double cell_degrees = grid.cell_width * view.metres_per_px / 111320;
    int level = 0;
    while (level + 1 < basemap.levels() && basemap.tolerance_degrees(level + 1) < cell_degrees / 10) ++level;
    // Lakes first: a country's name stays out of them.
    std::vector<bool> in_lake(grid.places.size(), false);
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
            if (count < (water ? 2 : 1)) continue;
            std::optional<PixelPoint> anchor;
            if (const auto known = anchors.find(feature.name); known != anchors.end())
                anchor = screen_from_plane(view, known->second);
            AreaLabel label;
            if (count > few_cells || looked_at_again == most_looked_at_again) {
                label = place_in(grid, inside, anchor);
            } else {
                ++looked_at_again;
                const SampleGrid fine(view, grid, inside);
                std::vector<bool> inside_fine(fine.places.size(), false);
                if (!PlacesByLatitude(fine).find(basemap, feature, inside_fine)) continue;
                if (!water)
                    for (int row = 0; row < fine.rows; ++row)
                        for (int column = 0; column < fine.columns; ++column)
                            if (const auto cell = grid.cell_at(fine.middle(column, row)); cell && in_lake[*cell])
                                inside_fine[fine.index(column, row)] = false;
                label = place_in(fine, inside_fine, anchor);
            }
            if (label.room_px == 0) continue;
            label.feature = &feature;
            label.water = water;
            labels.push_back(label);
        }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const AreaLabel& a, const AreaLabel& b) { return a.room_px > b.room_px; });
    return labels;
}

}  // namespace chronomap
