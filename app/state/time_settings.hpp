#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/time/calendar_unit.hpp"

namespace chronomap {

/// What the bars of the timeline are stacked by.
enum class TimelineStacking : std::uint8_t { kind, article };
std::string_view name_of(TimelineStacking stacking);
std::optional<TimelineStacking> timeline_stacking_from(std::string_view name);

/// How one moves through time: steps, playback, the timeline's look.
struct TimeSettings {
    std::optional<CalendarUnit> step;  ///< what keys and playback step by; nothing: from stop to stop
    bool skip_gaps = true;             ///< playback by units leaves out those in which nothing begins or ends
    TimeSpan loop_range = all_time;    ///< playback stays in it
    int fade_days = 0;                 ///< see Scene::fade_days
    TimelineStacking stacked_by = TimelineStacking::kind;
    friend bool operator==(const TimeSettings&, const TimeSettings&) = default;
};

/// "stop" or the unit's name.
std::string_view name_of_step(const std::optional<CalendarUnit>& step);

}  // namespace chronomap
