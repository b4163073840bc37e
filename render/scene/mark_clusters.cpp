#include "render/scene/mark_clusters.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "render/scene/mark_looks.hpp"

namespace chronomap {
namespace {

/// Share of the radius of each shape within which a text's corners must lie.
float room_in(const EventMark& mark, const Style& style) {
    if (has_shares(mark, style)) return mixed_hole_share;
    switch (style.of(mark.kind).shape) {
        case SymbolShape::circle:
        case SymbolShape::hexagon:
        case SymbolShape::pentagon:
            return 0.92f;
        case SymbolShape::square:
            return 1.0f;
        case SymbolShape::diamond:
            return 0.78f;
        case SymbolShape::ring:
        case SymbolShape::triangle:
        case SymbolShape::triangle_down:
        case SymbolShape::cross:
        case SymbolShape::star:
            break;
    }
    return 0.58f;
}

/// Metres on the plane for a nominal pixel, in steps of half a zoom level.
double stepped_scale(const View& view) {
    const double scale = view.metres_per_px * view.pixel_ratio;
    return std::exp2(std::round(std::log2(scale) * 2) / 2);
}

void take_in(EventMark& mark, EventMark& other) {
    mark.events.insert(mark.events.end(), other.events.begin(), other.events.end());
    mark.places += other.places;
    mark.count += other.count;
    for (const KindShare& share : other.kinds) {
        const auto found = std::ranges::find(mark.kinds, share.kind, &KindShare::kind);
        if (found == mark.kinds.end())
            mark.kinds.push_back(share);
        else
            found->events += share.events;
    }
    mark.uncertain = mark.uncertain && other.uncertain;
    mark.hovered = mark.hovered || other.hovered;
    if (other.selected) mark.selected = true, mark.kind = other.kind;
}

void order_kinds(EventMark& mark) {
    std::ranges::sort(mark.kinds, [](const KindShare& a, const KindShare& b) {
        if ((a.kind == EventKind::other) != (b.kind == EventKind::other)) return b.kind == EventKind::other;
        return a.events != b.events ? a.events > b.events : a.kind < b.kind;
    });
    if (!mark.selected) mark.kind = mark.kinds.front().kind;
}

/// Marks by squares of the plane, to find those near a point.
class MarkGrid {
  public:
    MarkGrid(const std::vector<PlacedMark>& marks, double cell_m) : marks_(marks), cell_m_(cell_m) {
        for (std::uint32_t i = 0; i < marks.size(); ++i) cells_[cell_of(marks[i].at)].push_back(i);
    }
    void remove(std::uint32_t mark) { std::erase(cells_[cell_of(marks_[mark].at)], mark); }
    /// Takes out every mark near `at` that `take(mark)` wants.
    template <class Take>
    void take_near(PlanePoint at, const Take& take) {
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const auto cell = cells_.find(cell_of({at.x + dx * cell_m_, at.y + dy * cell_m_}));
                if (cell != cells_.end()) std::erase_if(cell->second, take);
            }
    }

  private:
    std::uint64_t cell_of(PlanePoint at) const {
        const auto x = static_cast<std::int64_t>(std::floor(at.x / cell_m_));
        const auto y = static_cast<std::int64_t>(std::floor(at.y / cell_m_));
        return static_cast<std::uint64_t>(x) << 32 ^ (static_cast<std::uint64_t>(y) & 0xffffffff);
    }
    const std::vector<PlacedMark>& marks_;
    double cell_m_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

/// Each mark takes in what it covers, the larger ones first. `scale`: metres for a nominal pixel.
void merge_once(std::vector<PlacedMark>& marks, double scale, const Style& style) {
    if (marks.size() < 2) return;
    // Among equals the better known place, then a fixed order that no time or view changes.
    std::ranges::sort(marks, [](const PlacedMark& a, const PlacedMark& b) {
        const auto events_a = a.mark.events.size(), events_b = b.mark.events.size();
        const Place &place_a = *a.mark.place, &place_b = *b.mark.place;
        return std::tie(events_b, place_b.population, place_a.id) < std::tie(events_a, place_a.population, place_b.id);
    });
    std::vector<float> radius;
    for (const PlacedMark& each : marks) radius.push_back(symbol_radius(each.mark, style));
    const double widest = std::max(style.symbol_radius_most, *std::ranges::max_element(radius)) + 12.0;
    MarkGrid grid(marks, 2 * widest * style.cluster_overlap * scale);
    std::vector<bool> taken(marks.size());
    std::vector<PlacedMark> merged;
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        if (taken[i]) continue;
        grid.remove(i);
        PlacedMark cluster = std::move(marks[i]);
        bool grew = true;
        while (grew) {
            grew = false;
            grid.take_near(cluster.at, [&](std::uint32_t other) {
                const double distance =
                    std::hypot(marks[other].at.x - cluster.at.x, marks[other].at.y - cluster.at.y) / scale;
                if (distance >= style.cluster_overlap * (radius[i] + radius[other])) return false;
                take_in(cluster.mark, marks[other].mark);
                taken[other] = grew = true;
                return true;
            });
            if (grew) radius[i] = symbol_radius(cluster.mark, style);
        }
        merged.push_back(std::move(cluster));
    }
    marks = std::move(merged);
}

}  // namespace

std::string count_words(std::size_t events) {
    if (events < 10000) return std::to_string(events);
    if (events < 1000000) return std::to_string((events + 500) / 1000) + "k";
    return std::to_string((events + 500000) / 1000000) + "M";
}

float symbol_radius(const EventMark& mark, const Style& style) {
    const float by_count = style.radius_of(static_cast<double>(mark.count));
    if (!mark.is_counted()) return by_count;
    // Digits of the fonts in use are 0.57 of the size wide and 0.72 high.
    const float size = style.of(TextClass::symbol_count).size;
    const float half_width = 0.285f * size * static_cast<float>(count_words(mark.events.size()).size());
    return std::max(by_count, (std::hypot(half_width, 0.36f * size) + 1) / room_in(mark, style));
}

void merge_marks(std::vector<PlacedMark>& marks, const View& view, const Style& style) {
    if (style.cluster_overlap <= 0) return;
    const double scale = stepped_scale(view);
    // A mark that grew late may cover one that was done before: once more, until nothing is merged.
    std::size_t before = 0;
    do {
        before = marks.size();
        merge_once(marks, scale, style);
    } while (marks.size() < before);
    for (PlacedMark& each : marks) {
        if (each.mark.places == 1) continue;
        std::ranges::sort(each.mark.events);
        order_kinds(each.mark);
    }
}

}  // namespace chronomap
