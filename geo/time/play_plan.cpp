#include "geo/time/play_plan.hpp"

#include <algorithm>

namespace chronomap {
namespace {

using std::chrono::days;

constexpr std::size_t most_steps = 1'000'000;

/// The units in which an event begins or has its last day.
std::vector<TimeSpan> busy_units(const std::vector<TimeSpan>& spans, CalendarUnit unit) {
    std::vector<TimeSpan> units;
    const auto add = [&](Day day) {
        // Most events share their unit with the one before.
        if (units.empty() || !units.back().contains(day)) units.push_back(unit_around(day, unit));
    };
    for (const TimeSpan& span : spans)
        if (!span.empty() && span.begin != open_begin) add(span.begin);
    for (const TimeSpan& span : spans)
        if (!span.empty() && span.end != open_end) add(span.end - days{1});
    return units;
}

}  // namespace

Result<std::vector<PlayStep>> plan_playback(const PlayWish& wish) {
    std::vector<PlayStep> steps;
    if (!wish.unit) {
        for (const TimelineStop& stop : *wish.stops)
            if (stop.span.meets(wish.range)) steps.push_back({stop.span, true});
        return steps;
    }
    std::vector<TimeSpan> units;
    const TimeSpan range{std::max(wish.range.begin, wish.extent.begin), std::min(wish.range.end, wish.extent.end)};
    if (range.empty()) return steps;
    if (wish.skip_gaps) {
        units = busy_units(*wish.spans, *wish.unit);
        for (const TimelineStop& stop : *wish.stops)
            if (stop.span.begin != open_begin) units.push_back(unit_around(stop.span.begin, *wish.unit));
        std::ranges::sort(units, {}, &TimeSpan::begin);
        units.erase(std::ranges::unique(units).begin(), units.end());
        std::erase_if(units, [&](const TimeSpan& each) { return !each.meets(range); });
    } else {
        for (TimeSpan each = unit_around(range.begin, *wish.unit); each.begin < range.end && units.size() <= most_steps;
             each = unit_around(each.end, *wish.unit))
            units.push_back(each);
    }
    if (units.size() > most_steps)
        return fail("there are more than a million " + std::string(name_of(*wish.unit)) + "s to play", {}, 0,
                    "step by a larger unit, or leave out the gaps");
    auto stop = wish.stops->begin();
    for (const TimeSpan& each : units) {
        while (stop != wish.stops->end() && stop->span.begin < each.begin) ++stop;
        steps.push_back({each, stop != wish.stops->end() && each.contains(stop->span.begin)});
    }
    return steps;
}

TimeSpan window_at(const PlayStep& step, CalendarUnit unit, int units_wide) {
    return {moved(step.span, unit, 1 - std::max(1, units_wide)).begin, step.span.end};
}

}  // namespace chronomap
