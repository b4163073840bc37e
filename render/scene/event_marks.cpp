#include "render/scene/event_marks.hpp"

#include <algorithm>
#include <array>

#include "render/scene/mark_clusters.hpp"
#include "render/scene/mark_fan.hpp"

namespace chronomap {
namespace {

/// Degrees of longitude times latitude; only for the order of drawing.
double size_of(const Place& place) {
    if (!place.box) return 0;
    double width = place.box->east - place.box->west;
    if (width < 0) width += 360;
    return width * (place.box->north - place.box->south);
}

using KindCounts = std::array<std::size_t, event_kind_count>;

/// The most frequent first, "other" after all that say something.
std::vector<KindShare> shares_of(const KindCounts& counts) {
    std::vector<KindShare> shares;
    for (std::size_t kind = 1; kind < counts.size(); ++kind)
        if (counts[kind] > 0) shares.push_back({static_cast<EventKind>(kind), counts[kind]});
    std::ranges::stable_sort(shares, std::ranges::greater{}, &KindShare::events);
    if (counts[0] > 0) shares.push_back({EventKind::other, counts[0]});
    return shares;
}

/// A mark for each place that has shown events, in the order of their first ones.
std::vector<PlacedMark> marks_by_place(const EventSet& events, const PlacedEvents& placed,
                                       const std::vector<EventIndex>& shown, const PickedEvents& picked) {
    std::vector<PlacedMark> marks;
    std::vector<KindCounts> kinds;
    std::vector<std::uint32_t> mark_of(placed.places.size(), PlacedEvents::no_place);
    for (const EventIndex index : shown) {
        const std::uint32_t place = placed.place_of[index];
        if (place == PlacedEvents::no_place) continue;
        if (mark_of[place] == PlacedEvents::no_place) {
            mark_of[place] = static_cast<std::uint32_t>(marks.size());
            marks.emplace_back();
            marks.back().mark.place = placed.places[place];
            marks.back().mark.uncertain = true;
            marks.back().at = placed.at[place];
            kinds.emplace_back();
        }
        const Event& event = events.events[index];
        EventMark& mark = marks[mark_of[place]].mark;
        mark.events.push_back(index);
        mark.count += event.count;
        ++kinds[mark_of[place]][static_cast<std::size_t>(event.kind)];
        if (!is_uncertain(event)) mark.uncertain = false;
        if (!picked.hovered.empty() && event.id == picked.hovered) mark.hovered = true;
        if (!picked.selected.empty() && event.id == picked.selected) {
            mark.selected = true;
            mark.kind = event.kind;
        }
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        EventMark& mark = marks[i].mark;
        mark.kinds = shares_of(kinds[i]);
        if (!mark.selected) mark.kind = mark.kinds.front().kind;
    }
    return marks;
}

void order_for_drawing(EventMarks& marks) {
    std::ranges::stable_sort(marks.symbols, [](const EventMark& a, const EventMark& b) {
        if (a.selected != b.selected) return b.selected;
        if ((a.role == MarkRole::fanned) != (b.role == MarkRole::fanned)) return b.role == MarkRole::fanned;
        return a.radius_px > b.radius_px;
    });
    std::ranges::stable_sort(marks.shapes, [](const EventMark& a, const EventMark& b) {
        if ((a.place->extent == ExtentClass::line) != (b.place->extent == ExtentClass::line))
            return b.place->extent == ExtentClass::line;
        return size_of(*a.place) > size_of(*b.place);
    });
}

}  // namespace

bool is_uncertain(const Event& event) {
    return event.date.approximate() || event.date.uncertain() || event.dated_by == DatedBy::narrative ||
           event.dated_by == DatedBy::dateline;
}

std::string_view surface_of(const EventMark& mark, const EventSet& events) {
    const auto own = std::ranges::find_if(mark.events, [&](EventIndex i) {
        const PlacePtr& place = events.events[i].place;
        return place == mark.place || (place && place->id == mark.place->id);
    });
    return own == mark.events.end() ? std::string_view{} : events.events[*own].place_surface;
}

EventMarks arrange_events(const EventSet& events, const PlacedEvents& placed, const std::vector<EventIndex>& shown,
                          const View& view, const Style& style, const PickedEvents& picked) {
    EventMarks marks;
    std::vector<PlacedMark> points;
    for (PlacedMark& each : marks_by_place(events, placed, shown, picked)) {
        const bool is_point = each.mark.place->extent == ExtentClass::point;
        if (is_point && each.at.finite()) {
            points.push_back(std::move(each));
        } else if (!is_point) {
            if (each.at.finite()) {
                const PixelPoint screen = screen_from_plane(view, each.at);
                each.mark.x_px = screen.x, each.mark.y_px = screen.y;
            }
            each.mark.reach_px = each.mark.radius_px =
                style.radius_of(static_cast<double>(each.mark.count)) * view.pixel_ratio;
            marks.shapes.push_back(std::move(each.mark));
        }
    }
    merge_marks(points, view, style);
    for (PlacedMark& each : points) {
        const PixelPoint screen = screen_from_plane(view, each.at);
        each.mark.x_px = screen.x, each.mark.y_px = screen.y;
        each.mark.reach_px = each.mark.radius_px = symbol_radius(each.mark, style) * view.pixel_ratio;
        marks.symbols.push_back(std::move(each.mark));
    }
    if (!picked.fanned.empty()) fan_out(marks, events, placed, view, style, picked);
    order_for_drawing(marks);
    return marks;
}

EventMarks arrange_events(const EventSet& events, const std::vector<EventIndex>& shown, const View& view,
                          const Style& style, const PickedEvents& picked) {
    return arrange_events(events, place_events(events, view.crs), shown, view, style, picked);
}

}  // namespace chronomap
