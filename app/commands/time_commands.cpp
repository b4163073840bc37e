#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/playing.hpp"
#include "app/state/time_steps.hpp"
#include "app/timeline/timeline_axis.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> set_date(AppState& state, Arguments arguments) {
    std::string typed = joined(arguments);
    if (typed == "all") {
        show_span(state, all_time);
        return {};
    }
    const auto date = parse_date_as_typed(typed);
    if (!date) return tl::unexpected(date.error());
    if (date->span().empty()) return fail("\"" + typed + "\" has no place on the calendar");
    pause(state);
    show_span(state, date->span());
    return {};
}

Result<void> set_mode(AppState& state, Arguments arguments) {
    const auto mode = time_mode_from(arguments[0]);
    if (!mode) return fail("the mode must be instant, window, until or since, not \"" + arguments[0] + "\"");
    state.time.mode = *mode;
    return {};
}

/// "stop" or a unit of the calendar.
Result<std::optional<CalendarUnit>> step_from(const std::string& name) {
    if (name == "stop") return std::optional<CalendarUnit>{};
    const auto unit = calendar_unit_from(name);
    if (!unit) return fail("a step is a stop, day, month, year, decade or century, not \"" + name + "\"");
    return unit;
}

Result<void> step(AppState& state, Arguments arguments) {
    const auto steps = integer_from(arguments[0], "the number of steps", -100000, 100000);
    if (!steps) return tl::unexpected(steps.error());
    std::optional<CalendarUnit> unit = state.time_settings.step;
    if (arguments.size() > 1) {
        const auto given = step_from(arguments[1]);
        if (!given) return tl::unexpected(given.error());
        unit = *given;
    }
    if (!unit && state.stops.empty()) return fail("there are no stops: nothing dated is open");
    unit ? step_time(state, *unit, *steps) : step_stop(state, *steps);
    return {};
}

Result<void> set_step(AppState& state, Arguments arguments) {
    std::optional<CalendarUnit>& step = state.time_settings.step;
    if (arguments[0] == "next") {
        if (!step)
            step = CalendarUnit::day;
        else if (*step == CalendarUnit::century)
            step.reset();
        else
            step = static_cast<CalendarUnit>(static_cast<int>(*step) + 1);
    } else {
        const auto given = step_from(arguments[0]);
        if (!given) return tl::unexpected(given.error());
        step = *given;
    }
    replan_playback(state);
    return {};
}

Result<void> go_to_stop(AppState& state, Arguments arguments) {
    if (state.stops.empty()) return fail("there are no stops: nothing dated is open");
    const auto number = integer_from(arguments[0], "the stop", 1, static_cast<int>(state.stops.size()));
    if (!number) return tl::unexpected(number.error());
    pause(state);
    show_span(state, state.stops[static_cast<std::size_t>(*number) - 1].span);
    return {};
}

/// Commands without arguments that only need a stop to go to.
template <class Action>
auto needing_stops(Action action) {
    return [action](AppState& state, Arguments) -> Result<void> {
        if (state.stops.empty()) return fail("there are no stops: nothing dated is open");
        action(state);
        return {};
    };
}

Result<void> show_part(AppState& state, Arguments arguments) {
    if (state.stops.empty()) return fail("there is no timeline: nothing dated is open");
    std::string words = joined(arguments);
    const TimeSpan whole = padded_extent(state.extent);
    if (words == "all") {
        state.timeline_shown = {};
        return {};
    }
    const auto date = parse_date_as_typed(words);
    if (!date) return tl::unexpected(date.error());
    const TimeSpan shown{std::max(whole.begin, date->span().begin), std::min(whole.end, date->span().end)};
    if (shown.end - shown.begin < std::chrono::days{2})
        return fail("the timeline has no part " + words + " of two days or more");
    state.timeline_shown = shown == whole ? TimeSpan{} : shown;
    return {};
}

Result<void> set_scale(AppState& state, Arguments arguments) {
    if (arguments[0] != "collapsed" && arguments[0] != "even")
        return fail("the timeline's scale is collapsed or even, not \"" + arguments[0] + "\"");
    state.timeline_collapsed = arguments[0] == "collapsed";
    return {};
}

Result<void> set_stacking(AppState& state, Arguments arguments) {
    const auto stacking = timeline_stacking_from(arguments[0]);
    if (!stacking) return fail("the bars are stacked by kind or article, not \"" + arguments[0] + "\"");
    state.time_settings.stacked_by = *stacking;
    return {};
}

}  // namespace

void add_time_commands(CommandRegistry& registry) {
    registry.add({"time.set", "DATE", "show a date: EDTF (1993, 2020-11, 1988/1994), words (Nov 2020) or \"all\"", 1, 6,
                  set_date});
    registry.add({"time.mode", "instant|window|until|since", "how the date selects events", 1, 1, set_mode});
    registry.add(
        {"time.step", "N [UNIT]", "move the date by N steps: stops, or the unit that is chosen or given; a larger date is entered (1922 by months: "
         "1922-01), a window keeps its width", 1, 2, step});
    registry.add(
        {"time.unit", "stop|day|month|year|decade|century|next", "what steps and playback move by", 1, 1, set_step});
    registry.add({"timeline.next", "", "go to the next stop", 0, 0,
                  needing_stops([](AppState& state) { step_stop(state, +1); })});
    registry.add({"timeline.previous", "", "go to the stop before", 0, 0,
                  needing_stops([](AppState& state) { step_stop(state, -1); })});
    registry.add({"timeline.first", "", "go to the first stop", 0, 0, needing_stops([](AppState& state) {
                      pause(state);
                      show_span(state, state.stops.front().span);
                  })});
    registry.add({"timeline.last", "", "go to the last stop", 0, 0, needing_stops([](AppState& state) {
                      pause(state);
                      show_span(state, state.stops.back().span);
                  })});
    registry.add({"timeline.stop", "N", "go to stop N, counted from 1", 1, 1, go_to_stop});
    registry.add(
        {"timeline.show", "SPAN|all", "show a part of the timeline, as 1988/1994, or all of it", 1, 6, show_part});
    registry.add({"timeline.stack", "kind|article", "stack the bars by kind of event, or by source", 1, 1, set_stacking});
    registry.add(
        {"timeline.scale", "collapsed|even", "draw gaps without events short, or all years alike", 1, 1, set_scale});
}

}  // namespace chronomap
