#pragma once

#include <string>
#include <vector>

#include "geo/time/time_span.hpp"

namespace chronomap {

/// Days laid out along a line of pixels, evenly. `span` is not empty and has no open end; `width` is positive.
struct TimelineAxis {
    TimeSpan span;
    float x = 0;
    float width = 1;

    /// Days outside the span (open ends too) come to lie at its ends.
    float x_from_day(Day day) const;
    /// The day under `px`, kept inside the span.
    Day day_from_x(float px) const;
};

/// The span that a timeline shows for a story: whole units of the calendar with a little air on both sides.
TimeSpan padded_extent(const TimeSpan& extent);

/// A mark of the calendar below the histogram.
struct AxisTick {
    float x = 0;
    std::string label;  ///< "1990", "Nov 2020", "14 Nov"
};

/// Ticks at round dates, at least `spacing_px` apart.
std::vector<AxisTick> axis_ticks(const TimelineAxis& axis, float spacing_px);

}  // namespace chronomap
