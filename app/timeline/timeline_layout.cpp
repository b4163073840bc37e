#include "app/timeline/timeline_layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

constexpr float side_margin = 22;
constexpr float tick_spacing = 84;

/// Gives the stop that is shown its label first, then those with most events; the others take what is left, a little
/// aside or one row up where they must.
void place_labels(TimelineLayout& layout, const TimelineInput& input) {
    const auto& stops = *input.stops;
    std::vector<std::size_t> order(stops.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        if (layout.stops[a].lit != layout.stops[b].lit) return layout.stops[a].lit;
        return stops[a].events > stops[b].events;
    });
    std::vector<PixelRect> taken;
    const float row = input.text_height;
    const int rows = std::max(1, static_cast<int>(layout.labels.height / row));
    for (const std::size_t i : order) {
        TimelineStopMark& mark = layout.stops[i];
        if (!mark.in_view) continue;
        const float width = input.text_width(stops[i].label) + 12 * input.unit;
        for (int r = 0; r < rows && !mark.label_fits; ++r) {
            for (const float shift : {0.0F, -0.3F, 0.3F, -0.5F, 0.5F}) {
                PixelRect label{mark.x - width / 2 + shift * width,
                                layout.labels.bottom() - row * static_cast<float>(r + 1), width, row};
                label.x = std::clamp(label.x, input.area.x, std::max(input.area.x, input.area.right() - width));
                const auto clash = [&](const PixelRect& other) { return label.overlaps(other); };
                if (std::any_of(taken.begin(), taken.end(), clash)) continue;
                mark.label = label;
                mark.label_fits = true;
                taken.push_back(label);
                break;
            }
        }
    }
}

void add_stops(TimelineLayout& layout, const TimelineInput& input) {
    for (const TimelineStop& stop : *input.stops) {
        const float x = (layout.axis.x_from_day(stop.span.begin) + layout.axis.x_from_day(stop.span.end)) / 2;
        layout.stops.push_back(
            {x, {}, false, input.selection.span == stop.span, stop.span.meets(layout.axis.span)});
    }
    place_labels(layout, input);
}

/// Two rows where there is height for them and one does not hold all labels, whichever stop is shown: the chart below
/// keeps its place while it plays.
float label_rows(const TimelineLayout& layout, TimelineInput input) {
    if (input.stops == nullptr || input.extent.empty() || input.area.height <= 5.5F * input.text_height) return 1;
    input.selection.span = {};
    TimelineLayout tried;
    tried.axis = layout.axis;
    tried.labels = {input.area.x, 0, input.area.width, input.text_height};
    add_stops(tried, input);
    const auto without = [](const TimelineStopMark& stop) { return stop.in_view && !stop.label_fits; };
    return std::ranges::any_of(tried.stops, without) ? 2 : 1;
}

/// Stacked bars; their height grows with the square root of the whole stack. In each group what is uncertain lies on top.
void place_bars(TimelineLayout& layout, const TimelineInput& input) {
    const StackedHistogram& bars = *input.bars;
    const TimeSpan& shown = layout.axis.span;
    const auto first = std::ranges::upper_bound(bars.bins, shown.begin, {}, &TimeSpan::end) - bars.bins.begin();
    const auto last = std::ranges::lower_bound(bars.bins, shown.end, {}, &TimeSpan::begin) - bars.bins.begin();
    std::vector<float> sums;
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(last); ++i) {
        float sum = 0;
        for (const auto& group : bars.weight) sum += group[i];
        sums.push_back(sum);
    }
    const float tallest = sums.empty() ? 0 : *std::ranges::max_element(sums);
    if (tallest <= 0) return;
    const TimeSpan effective = input.selection.effective();
    for (std::size_t at = 0; at < sums.size(); ++at) {
        if (sums[at] <= 0) continue;
        const std::size_t i = static_cast<std::size_t>(first) + at;
        const TimeSpan& span = bars.bins[i];
        const float left = layout.axis.x_from_day(span.begin);
        const float right = layout.axis.x_from_day(span.end);
        // A square root keeps a single event visible beside a crowd; the smallest bar is still three pixels tall.
        const float height = std::max(3 * input.unit, std::sqrt(sums[at] / tallest) * layout.histogram.height);
        const float width = std::max(2 * input.unit, right - left - input.unit);
        float bottom = layout.histogram.bottom();
        for (std::size_t group = 0; group < bars.weight.size(); ++group) {
            const float uncertain = bars.uncertain[group][i];
            for (const bool is_uncertain : {false, true}) {
                const float weight = is_uncertain ? uncertain : bars.weight[group][i] - uncertain;
                const float part = height * weight / sums[at];
                if (part < 0.05F) continue;
                layout.bars.push_back({{(left + right - width) / 2, bottom - part, width, part},
                                       group,
                                       effective.meets(span),
                                       is_uncertain});
                bottom -= part;
            }
        }
    }
}

constexpr float lane_row = 7, lane_height = 5, least_histogram = 24, least_histogram_share = 0.58F,
                most_lane_rows = 6;
/// What is no longer than a bar or two is seen in the bars; so is what a date of a whole year takes, unless that is wide.
constexpr float least_lane = 14, least_unit_lane = 60, least_layer_lane = 2;

/// The lanes' marks with their rows as y, as many rows as there are asked for.
std::vector<TimelineLaneMark> lanes_in_rows(const TimelineAxis& axis, const TimelineInput& input, std::size_t rows,
                                            std::size_t& left_out) {
    std::vector<TimelineLaneMark> marks;
    std::vector<std::vector<PixelRect>> taken(rows);
    const TimeSpan effective = input.selection.effective();
    for (std::size_t i = 0; i < input.lanes->size(); ++i) {
        const TimelineLane& lane = (*input.lanes)[i];
        if (!lane.span.meets(axis.span)) continue;
        const float left = axis.x_from_day(lane.span.begin), right = axis.x_from_day(lane.span.end);
        const float least = lane.of_layer ? least_layer_lane : lane.one_unit ? least_unit_lane : least_lane;
        if (right - left < least * input.unit) continue;
        PixelRect rect{left, 0, right - left, 1};
        bool placed = false;
        for (std::size_t row = 0; row < rows && !placed; ++row) {
            const auto clash = [&](const PixelRect& other) {
                return rect.x < other.right() + input.unit && other.x < rect.right() + input.unit;
            };
            if (std::ranges::any_of(taken[row], clash)) continue;
            taken[row].push_back(rect);
            rect.y = static_cast<float>(row);
            marks.push_back({rect, i, lane.span.begin < axis.span.begin, lane.span.end > axis.span.end,
                             effective.meets(lane.span)});
            placed = true;
        }
        left_out += placed ? 0 : 1;
    }
    return marks;
}

/// Gives the lanes as many rows as they need and the bars can spare.
void place_lanes(TimelineLayout& layout, const TimelineInput& input) {
    const float row_height = lane_row * input.unit;
    const float whole = layout.histogram.height;
    const float spare = whole - std::max(least_histogram * input.unit, least_histogram_share * whole);
    const auto most = static_cast<std::size_t>(std::clamp(spare / row_height, 0.0F, most_lane_rows));
    if (most == 0) return;
    layout.lane_marks = lanes_in_rows(layout.axis, input, most, layout.lanes_left_out);
    float rows = 0;
    for (const TimelineLaneMark& mark : layout.lane_marks) rows = std::max(rows, mark.rect.y + 1);
    layout.lanes.height = rows * row_height;
    for (TimelineLaneMark& mark : layout.lane_marks) {
        mark.rect.y = layout.lanes.y + mark.rect.y * row_height;
        mark.rect.height = lane_height * input.unit;
    }
    const float gap = rows > 0 ? 3 * input.unit : 0;
    layout.histogram.y += layout.lanes.height + gap;
    layout.histogram.height -= layout.lanes.height + gap;
}

void place_selection(TimelineLayout& layout, const TimelineInput& input) {
    const TimeSpan effective = input.selection.effective();
    if (effective.empty() || !effective.meets(layout.axis.span)) return;
    layout.has_selection = true;
    const float left = layout.axis.x_from_day(effective.begin);
    const float right = layout.axis.x_from_day(effective.end);
    const float width = std::max(3 * input.unit, right - left);
    const float top = layout.lanes.y, height = layout.histogram.bottom() - top;
    layout.selection = {(left + right - width) / 2, top, width, height};
    float grip_x = (left + right) / 2;
    if (input.selection.mode == TimeMode::until) grip_x = right;
    if (input.selection.mode == TimeMode::since) grip_x = left;
    const float grip = std::max(18 * input.unit, input.selection.mode == TimeMode::window ? width : 0.0F);
    layout.handle = {grip_x - grip / 2, top, grip, height + 8 * input.unit};
}

}  // namespace

TimelineLayout layout_timeline(const TimelineInput& input) {
    TimelineLayout layout;
    const PixelRect& area = input.area;
    const float margin = std::min(side_margin * input.unit, area.width / 8);
    layout.histogram = {area.x + margin, 0, area.width - 2 * margin, 0};
    if (!input.extent.empty()) {
        const TimeSpan shown = input.shown.empty() ? padded_extent(input.extent) : input.shown;
        const float width = std::max(1.0F, layout.histogram.width);
        constexpr float break_width = 26;
        layout.axis = input.busy != nullptr
                          ? collapsed_axis(shown, layout.histogram.x, width, *input.busy, break_width * input.unit)
                          : TimelineAxis{shown, layout.histogram.x, width, {}};
    }
    layout.labels = {area.x, area.y, area.width, label_rows(layout, input) * input.text_height};
    const float ticks_height = 1.4F * input.text_height;
    layout.ticks = {area.x, area.bottom() - ticks_height, area.width, ticks_height};
    const float top = layout.labels.bottom() + 6 * input.unit;
    layout.histogram.y = top;
    layout.histogram.height = std::max(8 * input.unit, layout.ticks.y - 4 * input.unit - top);
    if (input.extent.empty()) return layout;

    layout.axis_ticks = axis_ticks(layout.axis, tick_spacing * input.unit);
    layout.lanes = {layout.histogram.x, layout.histogram.y, layout.histogram.width, 0};
    if (input.lanes != nullptr) place_lanes(layout, input);
    if (input.bars != nullptr) place_bars(layout, input);
    if (input.stops != nullptr) add_stops(layout, input);
    place_selection(layout, input);
    return layout;
}

TimelineHit hit_timeline(const TimelineLayout& layout, TimeMode mode, float x, float y, float unit) {
    for (std::size_t i = 0; i < layout.stops.size(); ++i)
        if (layout.stops[i].label_fits && layout.stops[i].label.contains(x, y)) return {TimelinePart::stop, i};
    if (layout.has_selection && mode == TimeMode::window && y >= layout.selection.y && y < layout.handle.bottom()) {
        const float reach = 6 * unit;
        if (std::abs(x - layout.selection.x) <= reach) return {TimelinePart::begin_edge};
        if (std::abs(x - layout.selection.right()) <= reach) return {TimelinePart::end_edge};
    }
    // A lane gives way to the handle's stem, a wide window to the lanes in it.
    const bool on_handle = layout.has_selection && layout.handle.contains(x, y);
    if (!on_handle || mode == TimeMode::window)
        for (const TimelineLaneMark& lane : layout.lane_marks)
            if (lane.rect.contains(x, y)) return {TimelinePart::lane, lane.lane};
    if (on_handle) return {TimelinePart::handle};
    const PixelRect track{layout.histogram.x, layout.lanes.y, layout.histogram.width,
                          layout.ticks.bottom() - layout.lanes.y};
    if (layout.axis.span.empty() || !track.contains(x, y)) return {};
    // The dots of the stops can be hit on the base line, generously.
    for (std::size_t i = 0; i < layout.stops.size(); ++i)
        if (layout.stops[i].in_view && std::abs(x - layout.stops[i].x) <= 5 * unit &&
            std::abs(y - layout.histogram.bottom()) <= 7 * unit)
            return {TimelinePart::stop, i};
    return {y >= layout.ticks.y + 2 * unit ? TimelinePart::axis : TimelinePart::track};
}

TimeSpan zoomed_axis(const TimelineAxis& axis, float px, float steps, const TimeSpan& whole) {
    constexpr double each_step = 1.25;
    const double factor = std::pow(each_step, -static_cast<double>(steps));
    // By days where the mouse is, so that what lies under it stays there.
    const Day under = axis.day_from_x(px);
    const double before = static_cast<double>((under - axis.span.begin).count()) * factor;
    const double after = static_cast<double>((axis.span.end - under).count()) * factor;
    constexpr double least_days = 3;
    const double scale = std::max(1.0, least_days / std::max(0.1, before + after));
    const auto in_days = [](double count) { return std::chrono::days{static_cast<int>(std::llround(count))}; };
    const TimeSpan shown{std::max(whole.begin, under - in_days(before * scale)),
                         std::min(whole.end, under + in_days(after * scale))};
    return shown.end - shown.begin < std::chrono::days{2} ? axis.span : shown;
}

TimeSpan panned_axis(const TimelineAxis& axis, float by_px, const TimeSpan& whole) {
    const double length = static_cast<double>((axis.span.end - axis.span.begin).count());
    const auto wanted = std::chrono::days{static_cast<int>(std::llround(by_px / axis.width * length))};
    const auto by = std::clamp(wanted, whole.begin - axis.span.begin, whole.end - axis.span.end);
    return {axis.span.begin + by, axis.span.end + by};
}

TimeSpan brushed_span(Day from, Day day, CalendarUnit unit) {
    const TimeSpan a = unit_around(from, unit), b = unit_around(day, unit);
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

TimeSpan dragged_span(TimelinePart grip, const TimeSpan& before, Day from, Day day, CalendarUnit unit) {
    const TimeSpan under = unit_around(day, unit);
    const bool open = before.empty() || before.begin == open_begin || before.end == open_end;
    switch (grip) {
        case TimelinePart::begin_edge:
            if (open) return under;
            return {std::min(under.begin, unit_around(before.end - std::chrono::days{1}, unit).begin), before.end};
        case TimelinePart::end_edge:
            if (open) return under;
            return {before.begin, std::max(under.end, unit_around(before.begin, unit).end)};
        case TimelinePart::handle: {
            if (open || before.end - before.begin <= under.end - under.begin) return under;
            return shifted(before, unit, units_between(from, day, unit));
        }
        default:
            return under;
    }
}

}  // namespace chronomap
