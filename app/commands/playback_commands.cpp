#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/fade_words.hpp"
#include "app/state/playing.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<PlaybackDirection> direction_from(Arguments arguments) {
    if (arguments.empty() || arguments[0] == "forward") return PlaybackDirection::forward;
    if (arguments[0] == "backward") return PlaybackDirection::backward;
    return fail("the direction is forward or backward, not \"" + arguments[0] + "\"");
}

Result<void> start(AppState& state, Arguments arguments) {
    if (state.stops.empty()) return fail("there are no stops: nothing dated is open");
    const auto direction = direction_from(arguments);
    if (!direction) return tl::unexpected(direction.error());
    return play(state, *direction);
}

Result<void> toggle(AppState& state, Arguments arguments) {
    if (!state.playback.playing()) return start(state, arguments);
    pause(state);
    return {};
}

Result<void> set_speed(AppState& state, Arguments arguments) {
    double speed = state.playback.steps_per_second();
    if (arguments[0] == "faster" || arguments[0] == "slower") {
        speed *= arguments[0] == "faster" ? 1.5 : 1 / 1.5;
    } else {
        const auto given = number_from(arguments[0], "the speed");
        if (!given) return tl::unexpected(given.error());
        if (*given < 0.05 || *given > 60) return fail("the speed must be from 0.05 to 60 steps a second");
        speed = *given;
    }
    state.playback.set_steps_per_second(speed);
    return {};
}

/// The same time on every step.
Result<void> set_time_of_step(AppState& state, Arguments arguments) {
    const auto seconds = number_from(arguments[0], "the time at each stop");
    if (!seconds) return tl::unexpected(seconds.error());
    if (*seconds < 0.02 || *seconds > 20) return fail("the time at each stop must be from 0.02 to 20 seconds");
    state.playback.set_steps_per_second(1 / *seconds);
    state.playback.set_dwell(0);
    return {};
}

Result<void> set_dwell(AppState& state, Arguments arguments) {
    const auto seconds = number_from(arguments[0], "the time");
    if (!seconds) return tl::unexpected(seconds.error());
    if (*seconds < 0 || *seconds > 60) return fail("the time must be from 0 to 60 seconds");
    state.playback.set_dwell(*seconds);
    return {};
}

Result<void> set_gaps(AppState& state, Arguments arguments) {
    if (arguments[0] != "skip" && arguments[0] != "play")
        return fail("gaps are skipped or played: skip or play, not \"" + arguments[0] + "\"");
    state.time_settings.skip_gaps = arguments[0] == "skip";
    replan_playback(state);
    return {};
}

/// Playback stays in `range` and begins anew at its end.
void loop_in(AppState& state, const TimeSpan& range, PlaybackLoop loop) {
    state.time_settings.loop_range = range;
    state.playback.set_loop(loop);
    replan_playback(state);
}

Result<void> set_loop(AppState& state, Arguments arguments) {
    std::string words = joined(arguments);
    const bool can_loop_here = state.time.span != all_time;
    if (words == "next") {
        const bool in_range = state.time_settings.loop_range != all_time;
        words = in_range                                                                 ? "off"
                : state.playback.loop() == PlaybackLoop::off                             ? "all"
                : can_loop_here && !state.playback.playing() && !state.time.span.empty() ? "selection"
                                                                                         : "off";
    }
    if (words == "off") {
        loop_in(state, all_time, PlaybackLoop::off);
    } else if (words == "all") {
        loop_in(state, all_time, PlaybackLoop::all);
    } else if (words == "selection") {
        if (!can_loop_here) return fail("choose the dates to loop over first");
        loop_in(state, state.time.span, PlaybackLoop::all);
    } else {
        const auto date = parse_date_as_typed(words);
        if (!date) return fail("playback loops off, all, selection, or over dates as 1988/1994, not \"" + words + "\"");
        loop_in(state, date->span(), PlaybackLoop::all);
    }
    return {};
}

Result<void> set_fading(AppState& state, Arguments arguments) {
    const auto days = fade_days_from(joined(arguments));
    if (!days) return tl::unexpected(days.error());
    state.time_settings.fade_days = *days;
    return {};
}

}  // namespace

void add_playback_commands(CommandRegistry& registry) {
    registry.add({"timeline.play", "[forward|backward]", "step through the stops or units by itself", 0, 1, start});
    registry.add({"timeline.pause", "", "stand still", 0, 0, [](AppState& state, Arguments) -> Result<void> {
                      pause(state);
                      return {};
                  }});
    registry.add({"timeline.toggle", "[forward|backward]", "play or pause", 0, 1, toggle});
    registry.add(
        {"timeline.speed", "SECONDS", "how long playback stays at each step, stops included", 1, 1, set_time_of_step});
    registry.add({"play.speed", "N|faster|slower", "play N steps a second", 1, 1, set_speed});
    registry.add({"play.dwell", "SECONDS", "how much longer playback stays at a stop", 1, 1, set_dwell});
    registry.add(
        {"play.gaps", "skip|play", "leave out units in which no event begins or ends, or play all", 1, 1, set_gaps});
    registry.add({"play.fade", "off|N [days|months|years]",
                  "in mode until, let events fade with their age and be palest at this one", 1, 2, set_fading});
    registry.add({"play.loop", "off|all|selection|SPAN|next",
                  "play on and on: everything, the date that is chosen, or a span", 1, 6, set_loop});
}

}  // namespace chronomap
