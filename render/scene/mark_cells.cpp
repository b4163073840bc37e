#include "render/scene/mark_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "render/scene/mark_clusters.hpp"

namespace chronomap {
namespace {

/// Side of a square in nominal pixels: about a symbol. Symbols that near would be merged in any case.
constexpr double cell_px = 14;
/// What lies so far outside the view, in nominal pixels, merges with nothing in it.
constexpr double margin_px = 220;
/// And so far outside lie the places that get squares, for a view that moves on.
constexpr double room_px = 660;

/// The view and as many nominal pixels around it.
MarkCells::Region around(const View& view, double pixels) {
    const double half_width = view.metres_per_px * view.width_px / 2,
                 half_height = view.metres_per_px * view.height_px / 2, more = pixels * cluster_scale(view);
    return {view.centre_x - half_width - more, view.centre_y - half_height - more, view.centre_x + half_width + more,
            view.centre_y + half_height + more};
}

void update(MarkCells& cells, const PlacedEvents& placed, const View& view) {
    if (cells.serve(view) && cells.of_event.size() == placed.place_of.size()) return;
    const double scale = cluster_scale(view);
    // The squares keep their corners, wherever the view is.
    MarkCells::Region region = around(view, room_px);
    const double step = cell_px * scale;
    region.west = std::floor(region.west / step) * step;
    region.south = std::floor(region.south / step) * step;
    cells.counts.reset();
    cells.region = region;
    cells.scale = scale;
    cells.count = 0;
    const double side = cell_px * scale;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;
    cells.of_place.assign(placed.places.size(), MarkCells::none);
    for (std::size_t i = 0; i < placed.places.size(); ++i) {
        const PlanePoint at = placed.at[i];
        if (placed.places[i]->extent != ExtentClass::point) {
            cells.of_place[i] = cells.count++;
            continue;
        }
        // Comparisons with what is not finite are false.
        if (!(at.x >= region.west && at.x < region.east && at.y >= region.south && at.y < region.north)) continue;
        const auto column = static_cast<std::uint64_t>(std::floor((at.x - region.west) / side));
        const auto row = static_cast<std::uint64_t>(std::floor((at.y - region.south) / side));
        const auto [cell, is_new] = numbers.try_emplace(column << 32 | row, cells.count);
        if (is_new) ++cells.count;
        cells.of_place[i] = cell->second;
    }
    cells.of_event.resize(placed.place_of.size());
    for (std::size_t i = 0; i < placed.place_of.size(); ++i) {
        const std::uint32_t place = placed.place_of[i];
        cells.of_event[i] = place == PlacedEvents::no_place ? MarkCells::none : cells.of_place[place];
    }
}

/// Sums over the shown events of a square.
struct CellSums {
    std::array<std::uint32_t, event_kind_count> kinds{};
    std::uint32_t events = 0, certain = 0, facts = 0, places = 0;
    std::int64_t count = 0;
    Verdict verdict = Verdict::none;
    std::uint32_t place = MarkCells::none;  ///< with most events
};

/// Of the shown events of a place.
struct PlaceSums {
    std::uint32_t events = 0;
    EventIndex first = EventMark::no_event;
};

/// A picked event and the mark that it belongs to.
struct Picked {
    EventIndex index = EventMark::no_event;
    std::uint32_t cell = MarkCells::none;
};

Picked find_picked(const EventSet& events, const std::string& id, const std::vector<EventIndex>& shown,
                   const MarkCells& cells) {
    if (id.empty()) return {};
    const EventIndex index = events.index_of(id);
    if (index >= events.events.size() || !std::ranges::binary_search(shown, index)) return {};
    return {index, cells.of_event[index]};
}

}  // namespace

/// What does not depend on what is picked: sums over the shown events.
struct CellCounts {
    std::vector<CellSums> sums;
    std::vector<PlaceSums> places;
    KindCounts beyond{};
    bool beyond_uncertain = false, beyond_not_fact = false;
};

namespace {

class CellMarks {
  public:
    /// Counts unless `cells` have the counts.
    CellMarks(const EventSet& events, const PlacedEvents& placed, const std::vector<EventIndex>& shown,
              MarkCells& cells)
        : events_(events), placed_(placed), shown_(shown), cells_(cells) {
        if (!cells.counts) cells.counts = counted();
        counts_ = cells.counts;
    }

    EventMarks run(const Style& style, const PickedEvents& picked) {
        const Picked selected = find_picked(events_, picked.selected, shown_, cells_),
                     hovered = find_picked(events_, picked.hovered, shown_, cells_);
        std::vector<MergedMark> points;
        std::vector<EventMark> marks;
        std::vector<std::uint32_t> mark_of(cells_.count, MarkCells::none);
        for (std::uint32_t cell = 0; cell < cells_.count; ++cell) {
            if (counts_->sums[cell].events == 0) continue;
            MergedMark one = as_merged(cell, selected);
            if (one.place->extent == ExtentClass::point) {
                points.push_back(std::move(one));
            } else {
                mark_of[cell] = static_cast<std::uint32_t>(marks.size());
                marks.push_back(mark_from(one));
            }
        }
        const std::size_t shapes = marks.size();
        merge(points, cells_.scale, style);
        for (const MergedMark& point : points) {
            for (const std::uint32_t cell : point.members) mark_of[cell] = static_cast<std::uint32_t>(marks.size());
            marks.push_back(mark_from(point));
        }
        if (selected.cell != MarkCells::none) {
            EventMark& mark = marks[mark_of[selected.cell]];
            mark.selected = true;
            mark.kind = placed_.kinds[selected.index];
        }
        if (hovered.cell != MarkCells::none) marks[mark_of[hovered.cell]].hovered = true;
        for (const EventIndex event : shown_)
            if (const std::uint32_t cell = cells_.of_event[event]; cell != MarkCells::none)
                marks[mark_of[cell]].events.push_back(event);
        EventMarks out;
        const auto first_point = marks.begin() + static_cast<std::ptrdiff_t>(shapes);
        out.shapes.assign(std::make_move_iterator(marks.begin()), std::make_move_iterator(first_point));
        out.symbols.assign(std::make_move_iterator(first_point), std::make_move_iterator(marks.end()));
        out.beyond.kinds = shares_of(counts_->beyond);
        out.beyond.some_uncertain = counts_->beyond_uncertain;
        out.beyond.some_not_fact = counts_->beyond_not_fact;
        return out;
    }

  private:
    std::shared_ptr<const CellCounts> counted() const {
        auto made = std::make_shared<CellCounts>();
        made->sums.resize(cells_.count);
        made->places.resize(placed_.places.size());
        for (const EventIndex event : shown_) {
            const std::uint32_t place = placed_.place_of[event];
            if (place == PlacedEvents::no_place) continue;
            const auto kind = static_cast<std::size_t>(placed_.kinds[event]);
            const std::uint32_t cell = cells_.of_event[event];
            if (cell == MarkCells::none) {
                // What the projection has no place for has no mark by any way.
                if (!placed_.at[place].finite()) continue;
                ++made->beyond[kind];
                made->beyond_uncertain |= placed_.uncertain[event] != 0;
                made->beyond_not_fact |= placed_.not_fact[event] != 0;
                continue;
            }
            PlaceSums& here = made->places[place];
            if (here.events++ == 0) here.first = event;
            CellSums& sums = made->sums[cell];
            ++sums.kinds[kind];
            ++sums.events;
            sums.certain += placed_.uncertain[event] == 0;
            sums.facts += placed_.not_fact[event] == 0;
            sums.count += placed_.counts[event];
            if (!placed_.verdicts.empty()) {
                const Verdict verdict = placed_.verdicts[event];
                sums.verdict = sums.events == 1 ? verdict : joint_verdict(sums.verdict, verdict);
            }
        }
        for (std::uint32_t place = 0; place < made->places.size(); ++place) {
            if (made->places[place].events == 0) continue;
            CellSums& sums = made->sums[cells_.of_place[place]];
            ++sums.places;
            if (sums.place == MarkCells::none || is_better(*made, place, sums.place)) sums.place = place;
        }
        return made;
    }

    /// The order in which merging gives marks their place.
    bool is_better(const CellCounts& counts, std::uint32_t a, std::uint32_t b) const {
        const Place &place_a = *placed_.places[a], &place_b = *placed_.places[b];
        return std::tie(counts.places[b].events, place_b.population, place_a.id) <
               std::tie(counts.places[a].events, place_a.population, place_b.id);
    }

    MergedMark as_merged(std::uint32_t cell, const Picked& selected) const {
        const CellSums& sums = counts_->sums[cell];
        MergedMark mark{
            placed_.at[sums.place], placed_.places[sums.place].get(), sums.events, sums.count, 0, {}, false, {cell}};
        std::uint32_t most = 0;
        for (std::size_t kind = 0; kind < sums.kinds.size(); ++kind) {
            if (sums.kinds[kind] == 0) continue;
            mark.kinds |= 1u << kind;
            // "Other" only where nothing else is told.
            if (kind == 0 || sums.kinds[kind] <= most) continue;
            most = sums.kinds[kind];
            mark.kind = static_cast<EventKind>(kind);
        }
        if (cell == selected.cell) {
            mark.selected = true;
            mark.kind = placed_.kinds[selected.index];
        }
        return mark;
    }

    /// All but the events themselves, for which it has room.
    EventMark mark_from(const MergedMark& merged) const {
        EventMark mark;
        const std::uint32_t place = counts_->sums[merged.members.front()].place;
        mark.place = placed_.places[place];
        mark.at = merged.at;
        mark.first = counts_->places[place].first;
        mark.places = 0;
        mark.verdict = counts_->sums[merged.members.front()].verdict;
        std::uint32_t certain = 0, facts = 0;
        KindCounts kinds{};
        for (const std::uint32_t cell : merged.members) {
            const CellSums& sums = counts_->sums[cell];
            mark.places += sums.places;
            certain += sums.certain;
            facts += sums.facts;
            mark.verdict = joint_verdict(mark.verdict, sums.verdict);
            for (std::size_t kind = 0; kind < kinds.size(); ++kind) kinds[kind] += sums.kinds[kind];
        }
        mark.count = merged.count;
        mark.kinds = shares_of(kinds);
        mark.kind = mark.kinds.front().kind;
        mark.uncertain = certain == 0;
        mark.some_uncertain = certain < merged.events;
        mark.not_fact = facts == 0;
        mark.some_not_fact = facts < merged.events;
        mark.events.reserve(merged.events);
        return mark;
    }

    const EventSet& events_;
    const PlacedEvents& placed_;
    const std::vector<EventIndex>& shown_;
    const MarkCells& cells_;
    std::shared_ptr<const CellCounts> counts_;
};

}  // namespace

bool MarkCells::serve(const View& view) const {
    const Region need = around(view, margin_px);
    return scale == cluster_scale(view) && region.west <= need.west && region.south <= need.south &&
           region.east >= need.east && region.north >= need.north;
}

EventMarks marks_by_cell(const EventSet& events, const PlacedEvents& placed, const std::vector<EventIndex>& shown,
                         const View& view, const Style& style, const PickedEvents& picked, MarkCells& cells) {
    update(cells, placed, view);
    return CellMarks(events, placed, shown, cells).run(style, picked);
}

}  // namespace chronomap
