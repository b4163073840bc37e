#include "app/state/map_marks.hpp"

#include <algorithm>

#include "app/state/camera_moves.hpp"
#include "app/state/map_style.hpp"
#include "app/state/selecting.hpp"
#include "render/scene/event_marks.hpp"

namespace chronomap {

namespace {

/// The symbol that stands for an event on the map as it is or is going to be.
std::optional<EventMark> mark_of(const AppState& state, EventIndex event) {
    const View& view = target_view(state);
    const EventMarks marks = arrange_events(*state.store.current(), shown_events(state), view, map_style(state));
    for (const EventMark& mark : marks.symbols)
        if (std::ranges::binary_search(mark.events, event)) return mark;
    return std::nullopt;
}

/// The view that shows the places of a mark well apart; nothing when they are apart by no distance that a map shows.
std::optional<View> view_that_splits(const AppState& state, const EventMark& mark) {
    const View& now = target_view(state);
    const PlacedEvents placed = place_events(*state.store.current(), now.crs);
    PlanePoint least{1e300, 1e300}, most{-1e300, -1e300};
    for (const EventIndex event : mark.events) {
        const PlanePoint at = placed.at[placed.place_of[event]];
        least = {std::min(least.x, at.x), std::min(least.y, at.y)};
        most = {std::max(most.x, at.x), std::max(most.y, at.y)};
    }
    constexpr double share_of_window = 0.5, closest_metres_per_px = 2;
    View view = now;
    view.metres_per_px = std::max((most.x - least.x) / (share_of_window * now.width_px),
                                  (most.y - least.y) / (share_of_window * now.height_px));
    if (view.metres_per_px < closest_metres_per_px / now.pixel_ratio) return std::nullopt;
    // At least twice as close: two of many places may be all that splits.
    view.metres_per_px = std::min(view.metres_per_px, now.metres_per_px / 2);
    view.centre_x = (least.x + most.x) / 2;
    view.centre_y = (least.y + most.y) / 2;
    return view;
}

}  // namespace

Result<void> open_mark(AppState& state, EventIndex event) {
    const std::string id = state.store.current()->events[event].id;
    const auto mark = mark_of(state, event);
    if (!mark) return fail("this event is no symbol on the map now");
    if (!mark->is_counted()) {
        select_event(state, event);
        return {};
    }
    const EventIndex fanned = state.store.current()->index_of(state.fanned_event);
    if (!state.fanned_event.empty() && std::ranges::binary_search(mark->events, fanned)) {
        fold_marks(state);
        return {};
    }
    if (mark->places > 1) {
        if (const auto view = view_that_splits(state, *mark)) {
            fold_marks(state);
            fly(state, *view);
            return {};
        }
    }
    state.fanned_event = id;
    return {};
}

Result<void> fan_out_mark(AppState& state, EventIndex event) {
    const auto mark = mark_of(state, event);
    if (!mark || !mark->is_counted()) return fail("no symbol on the map stands for this event and others");
    state.fanned_event = state.store.current()->events[event].id;
    return {};
}

void fold_marks(AppState& state) {
    state.fanned_event.clear();
}

}  // namespace chronomap
