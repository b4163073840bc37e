#include "app/state/playing.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

/// Moves to the next or previous stop; false when there is none.
bool move_to_neighbour(AppState& state, int direction) {
    const TimeSpan shown = state.time.span;
    const auto& stops = state.stops;
    if (shown == all_time || shown.begin == open_begin) {
        if (stops.empty()) return false;
        show_span(state, direction > 0 ? stops.front().span : stops.back().span);
        return true;
    }
    if (direction > 0) {
        const auto next = std::find_if(stops.begin(), stops.end(),
                                       [&](const TimelineStop& stop) { return stop.span.begin > shown.begin; });
        if (next == stops.end()) return false;
        show_span(state, next->span);
    } else {
        const auto previous = std::find_if(stops.rbegin(), stops.rend(),
                                           [&](const TimelineStop& stop) { return stop.span.begin < shown.begin; });
        if (previous == stops.rend()) return false;
        show_span(state, previous->span);
    }
    return true;
}

}  // namespace

void show_span(AppState& state, const TimeSpan& span) {
    state.time.span = span;
}

void step_stop(AppState& state, int steps) {
    pause(state);
    for (int i = 0; i < std::abs(steps); ++i)
        if (!move_to_neighbour(state, steps)) break;
}

void step_time(AppState& state, int steps) {
    pause(state);
    const CalendarUnit unit = unit_for(state.extent);
    if (state.time.span.begin == open_begin || state.time.span.end == open_end) {
        if (state.extent.empty()) return;
        const Day edge = steps > 0 ? state.extent.begin : state.extent.end - std::chrono::days{1};
        show_span(state, unit_around(edge, unit));
        return;
    }
    show_span(state, shifted(state.time.span, unit, steps));
}

void play(AppState& state) {
    if (state.stops.empty()) return;
    // From the stop that is shown, or the last one before the date.
    int position = -1;
    for (const TimelineStop& stop : state.stops) position += stop.span.begin <= state.time.span.begin ? 1 : 0;
    const bool at_end = state.time.span == all_time || position + 1 >= static_cast<int>(state.stops.size());
    state.playback.set_count(static_cast<int>(state.stops.size()));
    state.playback.go_to(at_end ? 0 : std::max(position, 0));
    if (at_end || position < 0) show_span(state, state.stops.front().span);
    state.playback.play();
    state.played_at_s = state.now_s;
}

void pause(AppState& state) {
    state.playback.pause();
}

void advance_playback(AppState& state) {
    const double passed = state.now_s - std::exchange(state.played_at_s, state.now_s);
    if (!state.playback.playing() || state.playback.tick(passed) == 0) return;
    const auto position = static_cast<std::size_t>(state.playback.position());
    if (position < state.stops.size()) show_span(state, state.stops[position].span);
}

}  // namespace chronomap
