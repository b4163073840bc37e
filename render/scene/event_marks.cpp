#include "render/scene/event_marks.hpp"

#include <algorithm>
#include <array>

#include "render/scene/mark_cells.hpp"
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

/// A mark for each place that has shown events, in the order of their first ones.
std::vector<EventMark> marks_by_place(const EventSet& events, const PlacedEvents& placed,
                                      const std::vector<EventIndex>& shown, const PickedEvents& picked) {
    std::vector<EventMark> marks;
    std::vector<KindCounts> kinds;
    std::vector<std::uint32_t> mark_of(placed.places.size(), PlacedEvents::no_place);
    for (const EventIndex index : shown) {
        const std::uint32_t place = placed.place_of[index];
        if (place == PlacedEvents::no_place) continue;
        if (mark_of[place] == PlacedEvents::no_place) {
            mark_of[place] = static_cast<std::uint32_t>(marks.size());
            marks.emplace_back();
            marks.back().place = placed.places[place];
            marks.back().first = index;
            marks.back().uncertain = marks.back().not_fact = true;
            marks.back().verdict = verdict_of(events.events[index]);
            marks.back().at = placed.at[place];
            kinds.emplace_back();
        }
        const Event& event = events.events[index];
        EventMark& mark = marks[mark_of[place]];
        mark.events.push_back(index);
        mark.count += event.count;
        mark.verdict = joint_verdict(mark.verdict, verdict_of(event));
        ++kinds[mark_of[place]][static_cast<std::size_t>(event.kind)];
        (is_uncertain(event) ? mark.some_uncertain : mark.uncertain) = is_uncertain(event);
        const bool fact = event.modality == Modality::fact;
        (fact ? mark.not_fact : mark.some_not_fact) = !fact;
        if (!picked.hovered.empty() && event.id == picked.hovered) mark.hovered = true;
        if (!picked.selected.empty() && event.id == picked.selected) {
            mark.selected = true;
            mark.kind = event.kind;
        }
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        EventMark& mark = marks[i];
        mark.kinds = shares_of(kinds[i]);
        if (!mark.selected) mark.kind = mark.kinds.front().kind;
    }
    return marks;
}

/// Marks whose events are told of, and the others, which step back.
void emphasise(EventMarks& marks, const EventSet& events, const std::vector<std::string>& highlighted) {
    std::vector<EventIndex> told;
    for (const std::string& id : highlighted)
        if (const EventIndex index = events.index_of(id); index < events.events.size()) told.push_back(index);
    if (told.empty()) return;
    const auto is_told = [&](EventIndex event) { return std::ranges::find(told, event) != told.end(); };
    bool any = false;
    for (auto* list : {&marks.symbols, &marks.shapes})
        for (EventMark& mark : *list) {
            mark.highlighted = std::ranges::any_of(mark.events, is_told);
            any = any || mark.highlighted;
        }
    if (!any) return;
    for (auto* list : {&marks.symbols, &marks.shapes})
        for (EventMark& mark : *list) mark.quiet = !mark.highlighted && !mark.selected;
}

void order_for_drawing(EventMarks& marks) {
    std::ranges::stable_sort(marks.symbols, [](const EventMark& a, const EventMark& b) {
        if (a.selected != b.selected) return b.selected;
        if (a.highlighted != b.highlighted) return b.highlighted;
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

std::string_view surface_of(const EventMark& mark, const EventSet& events) {
    return mark.first < events.events.size() ? std::string_view(events.events[mark.first].place_surface)
                                             : std::string_view{};
}

EventMarks arrange_events(const EventSet& events, const PlacedEvents& placed, const std::vector<EventIndex>& shown,
                          const View& view, const Style& style, const PickedEvents& picked, MarkCells* cells) {
    EventMarks marks;
    if (shown.size() > most_arranged_by_place) {
        MarkCells own;
        marks = marks_by_cell(events, placed, shown, view, style, picked, cells != nullptr ? *cells : own);
    } else {
        for (EventMark& mark : marks_by_place(events, placed, shown, picked)) {
            const bool is_point = mark.place->extent == ExtentClass::point;
            if (is_point && mark.at.finite())
                marks.symbols.push_back(std::move(mark));
            else if (!is_point)
                marks.shapes.push_back(std::move(mark));
        }
        merge_marks(marks.symbols, view, style);
    }
    for (EventMark& mark : marks.shapes)
        mark.reach_px = mark.radius_px = style.radius_of(static_cast<double>(mark.count)) * view.pixel_ratio;
    for (EventMark& mark : marks.symbols)
        mark.reach_px = mark.radius_px = symbol_radius(mark, style) * view.pixel_ratio;
    move_marks(marks, view);
    if (!picked.fanned.empty()) fan_out(marks, events, placed, view, style, picked);
    if (!picked.highlighted.empty()) emphasise(marks, events, picked.highlighted);
    order_for_drawing(marks);
    return marks;
}

void move_marks(EventMarks& marks, const View& view) {
    for (auto* each : {&marks.symbols, &marks.shapes})
        for (EventMark& mark : *each) {
            if (!mark.at.finite()) continue;
            const PixelPoint screen = screen_from_plane(view, mark.at);
            mark.x_px = screen.x, mark.y_px = screen.y;
        }
}

EventMarks arrange_events(const EventSet& events, const std::vector<EventIndex>& shown, const View& view,
                          const Style& style, const PickedEvents& picked) {
    return arrange_events(events, place_events(events, view.crs), shown, view, style, picked);
}

}  // namespace chronomap
