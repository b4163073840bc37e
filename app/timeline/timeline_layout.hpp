#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/timeline/timeline_axis.hpp"
#include "app/timeline/timeline_lanes.hpp"
#include "geo/time/calendar_bins.hpp"
#include "geo/time/calendar_unit.hpp"
#include "geo/time/timeline.hpp"

namespace chronomap {

/// A rectangle in pixels, x to the right, y down.
struct PixelRect {
    float x = 0, y = 0, width = 0, height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool contains(float px, float py) const { return x <= px && px < right() && y <= py && py < bottom(); }
    bool overlaps(const PixelRect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
};

/// What is laid out. All lengths in pixels.
struct TimelineInput {
    TimeSpan extent;                              ///< of the story; empty: nothing to lay out
    TimeSpan shown;                               ///< the part of it that the axis shows; empty: all
    const std::vector<TimeSpan>* busy = nullptr;  ///< busy_spans(): gaps between them collapse; null: an even axis
    const StackedHistogram* bars = nullptr;       ///< groups are stacked in their order
    const std::vector<TimelineLane>* lanes = nullptr;
    const std::vector<TimelineStop>* stops = nullptr;
    TimeSelection selection;
    PixelRect area;
    float text_height = 16;
    float unit = 1;  ///< pixels per nominal pixel
    std::function<float(std::string_view)> text_width;
};

struct TimelineBar {
    PixelRect rect;
    std::size_t group = 0;
    bool lit = false;        ///< its events are shown
    bool uncertain = false;  ///< their dates are not certain
};

/// A bar for something that lasts; an end that lies outside of the axis, or is not known, is open.
struct TimelineLaneMark {
    PixelRect rect;
    std::size_t lane = 0;  ///< of the lanes given
    bool open_begin = false, open_end = false;
    bool lit = false;
};

/// A named stop: a dot on the track, and a label where there is room.
struct TimelineStopMark {
    float x = 0;
    PixelRect label;
    bool label_fits = false;
    bool lit = false;
    bool in_view = true;  ///< on the part of the axis that is shown
};

struct TimelineLayout {
    TimelineAxis axis;
    PixelRect labels;     ///< the rows of stop names, on top
    PixelRect lanes;      ///< what lasts, above the bars; no height where there is no room
    PixelRect histogram;  ///< the bars stand on its lower edge
    PixelRect ticks;      ///< the calendar below
    std::vector<TimelineBar> bars;
    std::vector<TimelineLaneMark> lane_marks;
    std::size_t lanes_left_out = 0;       ///< for want of rows
    std::vector<TimelineStopMark> stops;  ///< one for each stop given
    std::vector<AxisTick> axis_ticks;
    bool has_selection = false;
    PixelRect selection;  ///< the effective span; at least a few pixels wide
    PixelRect handle;     ///< grips here move the span as a whole
};

TimelineLayout layout_timeline(const TimelineInput& input);

/// The part of `axis` that a wheel turned by `steps` notches over `px` shows: a zoom by a quarter for each, towards
/// what lies under the mouse, within `whole`. `whole` itself when that is all.
TimeSpan zoomed_axis(const TimelineAxis& axis, float px, float steps, const TimeSpan& whole);

/// `axis` moved by `by_px`, as far as `whole` reaches.
TimeSpan panned_axis(const TimelineAxis& axis, float by_px, const TimeSpan& whole);

enum class TimelinePart : std::uint8_t { nothing, handle, begin_edge, end_edge, stop, lane, track, axis };

struct TimelineHit {
    TimelinePart part = TimelinePart::nothing;
    std::size_t number = 0;  ///< of the stop, or of the lane among those given
};

/// What lies under a pixel. Edges can be gripped in window mode only.
TimelineHit hit_timeline(const TimelineLayout& layout, TimeMode mode, float x, float y, float unit);

/// What dragging from `grip` to day `day` selects, when the selection was `before` and the drag began at `from`.
/// Spans snap to whole `unit`s of the calendar.
TimeSpan dragged_span(TimelinePart grip, const TimeSpan& before, Day from, Day day, CalendarUnit unit);

/// What is selected between `from` and `day`, in whole `unit`s, whichever comes first.
TimeSpan brushed_span(Day from, Day day, CalendarUnit unit);

}  // namespace chronomap
