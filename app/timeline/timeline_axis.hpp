#pragma once

#include <string>
#include <vector>

#include "geo/time/time_span.hpp"

namespace chronomap {

/// A stretch of an axis, with days laid out evenly.
struct AxisPiece {
    TimeSpan span;
    float x = 0, width = 0;
    bool is_break = false;  ///< a gap without events, drawn as a break mark
};

/// Days laid out along a line of pixels: evenly, or in pieces between which gaps are collapsed. `span` is not empty
/// and has no open end; `width` is positive.
struct TimelineAxis {
    TimeSpan span;
    float x = 0;
    float width = 1;
    std::vector<AxisPiece> pieces{};  ///< cover the whole span, in order; empty: one even piece

    /// Days outside the span (open ends too) come to lie at its ends.
    float x_from_day(Day day) const;
    /// The day under `px`, kept inside the span.
    Day day_from_x(float px) const;
};

/// The span that a timeline shows for a story: whole units of the calendar with a little air on both sides.
TimeSpan padded_extent(const TimeSpan& extent);

/// When something happens, with a little air around it, for `collapsed_axis`: in order, apart. `spans` are sorted by
/// their begin, as an EventSet's; those that fill much of `extent` count by their begin only, or a war would leave no
/// gap.
std::vector<TimeSpan> busy_spans(const std::vector<TimeSpan>& spans, const TimeSpan& extent);

/// An axis on which long gaps between `busy` spans take `break_px` only, so that what lies apart by decades can be read
/// together. An even one where there is no such gap.
TimelineAxis collapsed_axis(const TimeSpan& span, float x, float width, const std::vector<TimeSpan>& busy,
                            float break_px);

/// Days a pixel stands for where the axis is not broken.
double days_per_px(const TimelineAxis& axis);

/// A mark of the calendar below the histogram.
struct AxisTick {
    float x = 0;
    std::string label;  ///< "1990", "Nov 2020", "14 Nov"
};

/// Ticks at round dates, at least `spacing_px` apart.
std::vector<AxisTick> axis_ticks(const TimelineAxis& axis, float spacing_px);

}  // namespace chronomap
