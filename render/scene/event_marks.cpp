#include "render/scene/event_marks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// Degrees of longitude times latitude; only for the order of drawing.
double size_of(const Place& place) {
    if (!place.box) return 0;
    double width = place.box->east - place.box->west;
    if (width < 0) width += 360;
    return width * (place.box->north - place.box->south);
}

struct Gathered {
    EventMark mark;
    std::array<std::int64_t, event_kind_count> by_kind{};
};

}  // namespace

bool is_uncertain(const Event& event) {
    return event.date.approximate() || event.date.uncertain() || event.dated_by == DatedBy::narrative ||
           event.dated_by == DatedBy::dateline;
}

EventMarks arrange_events(const EventSet& events, const std::vector<EventIndex>& shown, const View& view,
                          const Style& style, const std::string& selected_event, const std::string& hovered_event) {
    std::vector<Gathered> gathered;
    std::unordered_map<std::string, std::size_t> by_place;
    for (const EventIndex index : shown) {
        const Event& event = events.events[index];
        if (!event.place) continue;
        const auto [found, is_new] = by_place.try_emplace(event.place->id, gathered.size());
        if (is_new) {
            gathered.emplace_back();
            gathered.back().mark.place = event.place;
            gathered.back().mark.uncertain = true;
        }
        Gathered& here = gathered[found->second];
        EventMark& mark = here.mark;
        mark.events.push_back(index);
        mark.count += event.count;
        here.by_kind[static_cast<std::size_t>(event.kind)] += std::max<std::int64_t>(1, event.count);
        if (!is_uncertain(event)) mark.uncertain = false;
        if (!hovered_event.empty() && event.id == hovered_event) mark.hovered = true;
        if (!selected_event.empty() && event.id == selected_event) {
            mark.selected = true;
            mark.kind = event.kind;
        }
    }
    EventMarks marks;
    for (Gathered& here : gathered) {
        EventMark& mark = here.mark;
        if (!mark.selected) {
            // A kind that says something wins over "other".
            auto& counts = here.by_kind;
            const auto best = std::max_element(counts.begin() + 1, counts.end());
            mark.kind = *best > 0 ? static_cast<EventKind>(best - counts.begin()) : EventKind::other;
        }
        const auto screen = screen_from_lonlat(view, mark.place->location);
        if (screen) mark.x_px = screen->x, mark.y_px = screen->y;
        const bool is_point = mark.place->extent == ExtentClass::point;
        if (is_point && !screen) continue;
        mark.radius_px = style.radius_of(static_cast<double>(mark.count)) * view.pixel_ratio;
        (is_point ? marks.symbols : marks.shapes).push_back(std::move(mark));
    }
    std::ranges::stable_sort(marks.symbols, [](const EventMark& a, const EventMark& b) {
        if (a.selected != b.selected) return b.selected;
        return a.radius_px > b.radius_px;
    });
    std::ranges::stable_sort(marks.shapes, [](const EventMark& a, const EventMark& b) {
        if ((a.place->extent == ExtentClass::line) != (b.place->extent == ExtentClass::line))
            return b.place->extent == ExtentClass::line;
        return size_of(*a.place) > size_of(*b.place);
    });
    return marks;
}

}  // namespace chronomap
