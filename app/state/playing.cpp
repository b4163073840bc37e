#include "app/state/playing.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "geo/time/stepping.hpp"

namespace chronomap {

namespace {

using std::chrono::days;

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

/// Shows a step of playback: in window mode the window keeps its width.
void show_step(AppState& state, const PlayStep& step) {
    const auto& unit = state.time_settings.step;
    const bool wide = unit && state.time.mode == TimeMode::window && state.play_units > 1;
    show_span(state, wide ? window_at(step, *unit, state.play_units) : step.span);
}

Result<void> plan(AppState& state) {
    PlayWish wish;
    const EventSetPtr events = state.store.current();
    wish.spans = &events->spans;
    wish.stops = &state.stops;
    wish.extent = state.extent;
    wish.unit = state.time_settings.step;
    wish.range = state.time_settings.loop_range;
    wish.skip_gaps = state.time_settings.skip_gaps;
    auto steps = plan_playback(wish);
    if (!steps) return tl::unexpected(steps.error());
    if (steps->empty()) return fail("there is nothing to play between the ends that were chosen");
    state.play_steps = std::move(*steps);
    state.playback.set_count(static_cast<int>(state.play_steps.size()));
    return {};
}

/// The last step that has begun at `day`; -1 before the first.
int last_begun(const std::vector<PlayStep>& steps, Day day) {
    const auto after = std::ranges::upper_bound(steps, day, {}, [](const PlayStep& step) { return step.span.begin; });
    return static_cast<int>(after - steps.begin()) - 1;
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

void step_time(AppState& state, CalendarUnit unit, int steps) {
    pause(state);
    const TimeSpan shown = state.time.span;
    if (shown.begin == open_begin || shown.end == open_end) {
        if (state.extent.empty()) return;
        const Day edge = steps > 0 ? state.extent.begin : state.extent.end - days{1};
        show_span(state, unit_around(edge, unit));
        return;
    }
    show_span(state, stepped(state.time, unit, steps));
}

Result<void> play(AppState& state, PlaybackDirection direction) {
    if (const auto planned = plan(state); !planned) return planned;
    const auto& steps = state.play_steps;
    const auto& unit = state.time_settings.step;
    const TimeSpan shown = state.time.span;
    const bool closed = shown.begin != open_begin && shown.end != open_end;
    state.play_units = closed && unit ? 1 + units_between(shown.begin, shown.end - days{1}, *unit) : 1;
    const bool windowed = state.play_units > 1 && state.time.mode == TimeMode::window;
    const bool forward = direction == PlaybackDirection::forward;
    const int last = static_cast<int>(steps.size()) - 1;
    // From the step that is shown, or the one next to it on the way.
    int position = last_begun(steps, windowed ? shown.end - days{1} : shown.begin);
    if (!forward && (position < 0 || steps[static_cast<std::size_t>(position)].span.begin < shown.begin)) ++position;
    const bool outside = shown == all_time || position < 0 || position > last;
    const bool at_end = position == (forward ? last : 0);
    state.playback.set_direction(direction);
    state.playback.go_to(outside || at_end ? (forward ? 0 : last) : position);
    if (outside || at_end) show_step(state, steps[static_cast<std::size_t>(state.playback.position())]);
    state.playback.play();
    state.played_at_s = state.now_s;
    return {};
}

void pause(AppState& state) {
    state.playback.pause();
}

void replan_playback(AppState& state) {
    if (!state.playback.playing()) return;
    if (!plan(state)) {
        pause(state);
        return;
    }
    state.playback.go_to(last_begun(state.play_steps, state.time.span.begin));
}

void advance_playback(AppState& state) {
    const double passed = state.now_s - std::exchange(state.played_at_s, state.now_s);
    if (!state.playback.playing()) return;
    const auto& steps = state.play_steps;
    const auto is_stop = [&](int position) { return steps[static_cast<std::size_t>(position)].is_stop; };
    if (state.playback.tick(passed, is_stop) == 0) return;
    show_step(state, steps[static_cast<std::size_t>(state.playback.position())]);
}

double seconds_to_next_step(const AppState& state) {
    const auto position = static_cast<std::size_t>(state.playback.position());
    return state.playback.seconds_left(position < state.play_steps.size() && state.play_steps[position].is_stop);
}

}  // namespace chronomap
