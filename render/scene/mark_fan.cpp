#include "render/scene/mark_fan.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chronomap {
namespace {

/// Nominal radius of the dot that marks the place itself.
constexpr double hub_radius = 3.5;
/// Nominal free space between symbols of a fan.
constexpr double gap = 5;

/// Offsets of `count` symbols of `radius` around their hub, ring by ring, in nominal pixels.
std::vector<PixelPoint> ring_places(std::size_t count, double radius, double hub) {
    const double step = 2 * radius + gap;
    std::vector<PixelPoint> places;
    double ring = hub + radius + 3 * gap;
    while (places.size() < count) {
        const std::size_t left = count - places.size();
        const auto room = static_cast<std::size_t>(2 * std::numbers::pi * ring / step);
        // A ring that all fit on is as wide as they need.
        const std::size_t here = std::clamp<std::size_t>(room, 2, left);
        for (std::size_t i = 0; i < here; ++i) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(here);
            places.push_back({ring * std::sin(angle), -ring * std::cos(angle)});
        }
        ring += step;
    }
    return places;
}

EventMark mark_of(const Event& event, EventIndex index, const PickedEvents& picked) {
    EventMark mark;
    mark.place = event.place;
    mark.events = {index};
    mark.first = index;
    mark.kinds = {{event.kind, 1}};
    mark.count = event.count;
    mark.kind = event.kind;
    mark.role = MarkRole::fanned;
    mark.verdict = verdict_of(event);
    mark.uncertain = mark.some_uncertain = is_uncertain(event);
    mark.not_fact = mark.some_not_fact = event.modality != Modality::fact;
    mark.selected = !picked.selected.empty() && event.id == picked.selected;
    mark.hovered = !picked.hovered.empty() && event.id == picked.hovered;
    return mark;
}

}  // namespace

void fan_out(EventMarks& marks, const EventSet& events, const PlacedEvents& placed, const View& view,
             const Style& style, const PickedEvents& picked) {
    const EventIndex wanted = events.index_of(picked.fanned);
    const auto has_it = [&](const EventMark& mark) { return std::ranges::binary_search(mark.events, wanted); };
    const auto found = std::ranges::find_if(marks.symbols, has_it);
    if (found == marks.symbols.end() || !found->is_counted()) return;
    EventMark& hub = *found;
    std::vector<EventIndex> fanned = hub.events;
    if (fanned.size() > most_fanned) fanned.resize(most_fanned);
    std::vector<EventIndex> rest(hub.events.begin() + static_cast<std::ptrdiff_t>(fanned.size()), hub.events.end());

    const double ratio = view.pixel_ratio, radius = style.symbol_radius;
    const double inner = rest.empty() ? hub_radius : hub.radius_px / ratio;
    const std::vector<PixelPoint> places = ring_places(fanned.size(), radius, inner);
    std::vector<EventMark> out;
    for (std::size_t i = 0; i < fanned.size(); ++i) {
        EventMark mark = mark_of(events.events[fanned[i]], fanned[i], picked);
        mark.x_px = hub.x_px + places[i].x * ratio;
        mark.y_px = hub.y_px + places[i].y * ratio;
        mark.reach_px = mark.radius_px = radius * ratio;
        const PlanePoint own = placed.at[placed.place_of[fanned[i]]];
        marks.leaders.push_back({screen_from_plane(view, own), {mark.x_px, mark.y_px}});
        hub.reach_px = std::max(hub.reach_px, (std::hypot(places[i].x, places[i].y) + radius) * ratio);
        out.push_back(std::move(mark));
    }
    hub.role = MarkRole::hub;
    hub.selected = hub.hovered = false;
    hub.verdict = Verdict::none;
    hub.radius_px = inner * ratio;
    hub.events = std::move(rest);
    if (hub.events.empty()) hub.kind = EventKind::other, hub.kinds.clear();
    for (EventMark& mark : marks.symbols)
        mark.dimmed = mark.role == MarkRole::whole && std::hypot(mark.x_px - hub.x_px, mark.y_px - hub.y_px) <
                                                          hub.reach_px + fan_margin * ratio + mark.radius_px;
    marks.symbols.insert(marks.symbols.end(), std::make_move_iterator(out.begin()), std::make_move_iterator(out.end()));
}

}  // namespace chronomap
