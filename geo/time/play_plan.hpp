#pragma once

#include <optional>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/time/calendar_unit.hpp"
#include "geo/time/timeline.hpp"

namespace chronomap {

/// A date that playback shows, and whether it dwells there.
struct PlayStep {
    TimeSpan span;
    bool is_stop = false;
    friend bool operator==(const PlayStep&, const PlayStep&) = default;
};

/// What playback goes through.
struct PlayWish {
    const std::vector<TimeSpan>* spans = nullptr;      ///< of the events
    const std::vector<TimelineStop>* stops = nullptr;  ///< in order of time
    TimeSpan extent;                                   ///< of the events
    std::optional<CalendarUnit> unit;                  ///< nothing: from stop to stop
    TimeSpan range = all_time;                         ///< steps outside it are left out
    bool skip_gaps = true;  ///< leaves out units in which no event begins or ends, unless a stop begins there
};

/// The steps in order of time, each once. A unit is a stop when a stop begins in it. Error: more than a million steps.
Result<std::vector<PlayStep>> plan_playback(const PlayWish& wish);

/// What a window shows at a step: it keeps the units that it is wide and ends with the step.
TimeSpan window_at(const PlayStep& step, CalendarUnit unit, int units_wide);

}  // namespace chronomap
