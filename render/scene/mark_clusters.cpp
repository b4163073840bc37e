#include "render/scene/mark_clusters.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>
#include <unordered_map>

#include "render/scene/mark_looks.hpp"

namespace chronomap {
namespace {

/// Share of the radius of each shape within which a text's corners must lie.
float room_in(SymbolShape shape) {
    switch (shape) {
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

float radius_of(std::size_t events, std::int64_t count, bool mixed, EventKind kind, const Style& style) {
    const float by_count = style.radius_of(static_cast<double>(count));
    if (events < 2) return by_count;
    const SymbolShape shape = style.of(kind).shape;
    const float room = mixed || shape == SymbolShape::ring ? mixed_hole_share : room_in(shape);
    // Digits of the fonts in use are 0.57 of the size wide and 0.72 high.
    const float size = style.of(TextClass::symbol_count).size;
    const float half_width = 0.285f * size * static_cast<float>(count_words(events).size());
    return std::max(by_count, (std::hypot(half_width, 0.36f * size) + 1) / room);
}

float radius_of(const MergedMark& mark, const Style& style) {
    return radius_of(mark.events, mark.count, (mark.kinds & (mark.kinds - 1)) != 0, mark.kind, style);
}

void take_in(MergedMark& mark, const MergedMark& other) {
    mark.events += other.events;
    mark.count += other.count;
    mark.kinds |= other.kinds;
    if (other.selected) mark.selected = true, mark.kind = other.kind;
    mark.members.insert(mark.members.end(), other.members.begin(), other.members.end());
}

void take_in(EventMark& mark, const EventMark& other) {
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
    mark.some_uncertain = mark.some_uncertain || other.some_uncertain;
    mark.not_fact = mark.not_fact && other.not_fact;
    mark.some_not_fact = mark.some_not_fact || other.some_not_fact;
    mark.verdict = joint_verdict(mark.verdict, other.verdict);
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
    MarkGrid(const std::vector<MergedMark>& marks, double cell_m) : marks_(marks), cell_m_(cell_m) {
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
    const std::vector<MergedMark>& marks_;
    double cell_m_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

/// Each mark takes in what it covers, the larger ones first. `scale`: metres for a nominal pixel.
void merge_once(std::vector<MergedMark>& marks, double scale, const Style& style) {
    if (marks.size() < 2) return;
    // Among equals the better known place, then a fixed order that no time or view changes.
    std::ranges::sort(marks, [](const MergedMark& a, const MergedMark& b) {
        return std::tie(b.events, b.place->population, a.place->id) <
               std::tie(a.events, a.place->population, b.place->id);
    });
    std::vector<float> radius;
    for (const MergedMark& each : marks) radius.push_back(radius_of(each, style));
    const double widest = std::max(style.symbol_radius_most, *std::ranges::max_element(radius)) + 12.0;
    MarkGrid grid(marks, 2 * widest * style.cluster_overlap * scale);
    std::vector<bool> taken(marks.size());
    std::vector<MergedMark> merged;
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        if (taken[i]) continue;
        grid.remove(i);
        MergedMark cluster = std::move(marks[i]);
        bool grew = true;
        while (grew) {
            grew = false;
            grid.take_near(cluster.at, [&](std::uint32_t other) {
                const double distance =
                    std::hypot(marks[other].at.x - cluster.at.x, marks[other].at.y - cluster.at.y) / scale;
                if (distance >= style.cluster_overlap * (radius[i] + radius[other])) return false;
                take_in(cluster, marks[other]);
                taken[other] = grew = true;
                return true;
            });
            if (grew) radius[i] = radius_of(cluster, style);
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
    return radius_of(mark.events.size(), mark.count, mark.is_mixed(), mark.kind, style);
}

bool merge_alike(const Style& a, const Style& b) {
    return a.symbol_radius == b.symbol_radius && a.symbol_radius_most == b.symbol_radius_most &&
           a.cluster_overlap == b.cluster_overlap &&
           a.of(TextClass::symbol_count).size == b.of(TextClass::symbol_count).size &&
           std::ranges::equal(a.kinds, b.kinds, {}, &KindStyle::shape, &KindStyle::shape);
}

double cluster_scale(const View& view) {
    const double scale = view.metres_per_px * view.pixel_ratio;
    return std::exp2(std::round(std::log2(scale) * 2) / 2);
}

void merge(std::vector<MergedMark>& marks, double scale, const Style& style) {
    if (style.cluster_overlap <= 0) return;
    // A mark that grew late may cover one that was done before: once more, until nothing is merged.
    std::size_t before = 0;
    do {
        before = marks.size();
        merge_once(marks, scale, style);
    } while (marks.size() < before);
}

void merge_marks(std::vector<EventMark>& marks, const View& view, const Style& style) {
    std::vector<MergedMark> merged;
    merged.reserve(marks.size());
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        const EventMark& mark = marks[i];
        std::uint32_t kinds = 0;
        for (const KindShare& share : mark.kinds) kinds |= 1u << static_cast<unsigned>(share.kind);
        merged.push_back(
            {mark.at, mark.place.get(), mark.events.size(), mark.count, kinds, mark.kind, mark.selected, {i}});
    }
    merge(merged, cluster_scale(view), style);
    std::vector<EventMark> done;
    done.reserve(merged.size());
    for (const MergedMark& each : merged) {
        EventMark mark = std::move(marks[each.members.front()]);
        for (const std::uint32_t member : std::span(each.members).subspan(1)) take_in(mark, marks[member]);
        if (each.members.size() > 1) {
            std::ranges::sort(mark.events);
            order_kinds(mark);
        }
        done.push_back(std::move(mark));
    }
    marks = std::move(done);
}

std::vector<KindShare> shares_of(const KindCounts& counts) {
    std::vector<KindShare> shares;
    for (std::size_t kind = 1; kind < counts.size(); ++kind)
        if (counts[kind] > 0) shares.push_back({static_cast<EventKind>(kind), counts[kind]});
    std::ranges::stable_sort(shares, std::ranges::greater{}, &KindShare::events);
    if (counts[0] > 0) shares.push_back({EventKind::other, counts[0]});
    return shares;
}

}  // namespace chronomap
