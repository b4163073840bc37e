#include "app/timeline/timeline_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

using std::chrono::days;

constexpr double days_per_month = 30.436875;
constexpr double days_per_year = 365.2425;

constexpr std::array<const char*, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Distance between ticks in one unit of the calendar.
struct TickStep {
    CalendarUnit unit;
    int count;
    double days_long;
};

TickStep step_for(double smallest_days) {
    for (const int count : {1, 2, 5, 10, 15})
        if (count >= smallest_days) return {CalendarUnit::day, count, static_cast<double>(count)};
    for (const int count : {1, 2, 3, 6})
        if (count * days_per_month >= smallest_days) return {CalendarUnit::month, count, count * days_per_month};
    for (int power = 1; power < 1'000'000'000; power *= 10)
        for (const int digit : {1, 2, 5})
            if (digit * power * days_per_year >= smallest_days)
                return {CalendarUnit::year, digit * power, digit * power * days_per_year};
    return {CalendarUnit::year, 1'000'000'000, 1e9 * days_per_year};
}

std::string year_label(int y) {
    return y > 0 ? std::to_string(y) : std::to_string(1 - y) + " BCE";
}

/// The first round year from `year` on. Years before the first are round as they are written: 500 BCE, 400 BCE … 1,
/// 100.
int round_year(int year, int step) {
    if (year > 1) return (year + step - 1) / step * step;
    return 1 - (1 - year) / step * step;
}

/// The first round date at or after `from`.
Day first_tick(Day from, const TickStep& step) {
    const CivilDate date = civil_date(from);
    switch (step.unit) {
        case CalendarUnit::day: {
            // Counted from the first of the month, so that the 1st is always a tick.
            const int past = (static_cast<int>(date.day) - 1) % step.count;
            return past == 0 ? from : from + days{step.count - past};
        }
        case CalendarUnit::month: {
            const int month = (static_cast<int>(date.month) - 1) / step.count * step.count + 1;
            const Day begin = first_of_month(date.year, month);
            return begin >= from ? begin : first_of_month(date.year, month + step.count);
        }
        default: {
            const int first = round_year(date.year, step.count);
            return first_day_of(first_day_of(first) < from ? round_year(first + 1, step.count) : first);
        }
    }
}

Day next_tick(Day tick, const TickStep& step) {
    const CivilDate date = civil_date(tick);
    switch (step.unit) {
        case CalendarUnit::day: {
            const Day next = tick + days{step.count};
            const Day month_end = unit_around(tick, CalendarUnit::month).end;
            // The last tick of a month gives way when it would crowd the 1st.
            return next + days{step.count / 2} >= month_end ? month_end : next;
        }
        case CalendarUnit::month:
            return first_of_month(date.year, static_cast<int>(date.month) + step.count);
        default:
            return first_day_of(round_year(date.year + 1, step.count));
    }
}

std::string label_of(Day tick, const TickStep& step) {
    const CivilDate date = civil_date(tick);
    const std::string month_name = month_names[date.month - 1];
    switch (step.unit) {
        case CalendarUnit::day:
            return date.day == 1 ? month_name + " " + year_label(date.year)
                                 : std::to_string(date.day) + " " + month_name;
        case CalendarUnit::month:
            return date.month == 1 ? year_label(date.year) : month_name;
        default:
            return year_label(date.year);
    }
}

}  // namespace

namespace {

double length_of(const TimeSpan& span) {
    return static_cast<double>((span.end - span.begin).count());
}

/// The piece that holds `day`, or the nearest.
const AxisPiece& piece_at(const std::vector<AxisPiece>& pieces, Day day) {
    const auto after =
        std::ranges::upper_bound(pieces, day, {}, [](const AxisPiece& piece) { return piece.span.begin; });
    return after == pieces.begin() ? pieces.front() : *std::prev(after);
}

std::vector<AxisPiece> pieces_of(const TimelineAxis& axis) {
    if (!axis.pieces.empty()) return axis.pieces;
    return {{axis.span, axis.x, axis.width, false}};
}

}  // namespace

float TimelineAxis::x_from_day(Day day) const {
    const Day kept = std::clamp(day, span.begin, span.end);
    const AxisPiece piece = pieces.empty() ? AxisPiece{span, x, width, false} : piece_at(pieces, kept);
    const auto past = static_cast<double>((kept - piece.span.begin).count());
    return piece.x + static_cast<float>(past / length_of(piece.span) * piece.width);
}

Day TimelineAxis::day_from_x(float px) const {
    AxisPiece piece{span, x, width, false};
    for (const AxisPiece& each : pieces)
        if (px >= each.x || &each == &pieces.front()) piece = each;
    const double share = std::clamp((static_cast<double>(px) - piece.x) / piece.width, 0.0, 1.0);
    const Day day = piece.span.begin + days{static_cast<int>(std::floor(share * length_of(piece.span)))};
    return std::min(day, span.end - days{1});
}

std::vector<TimeSpan> busy_spans(const std::vector<TimeSpan>& spans, const TimeSpan& extent) {
    const double whole = length_of(extent);
    // What fills an eighth of the story is a background, not a moment.
    const auto longest = static_cast<int>(std::max(1.0, whole / 8));
    const days air{std::max(1, static_cast<int>(whole / 120))};
    std::vector<TimeSpan> busy;
    for (const TimeSpan& each : spans) {
        if (!each.meets(extent) || each.begin == open_begin) continue;
        const bool is_long = each.end == open_end || (each.end - each.begin).count() > longest;
        const Day end = is_long ? each.begin + days{1} : each.end;
        const TimeSpan padded{each.begin - air, end + air};
        if (!busy.empty() && padded.begin <= busy.back().end)
            busy.back().end = std::max(busy.back().end, padded.end);
        else
            busy.push_back(padded);
    }
    return busy;
}

TimelineAxis collapsed_axis(const TimeSpan& span, float x, float width, const std::vector<TimeSpan>& busy,
                            float break_px) {
    TimelineAxis axis{span, x, width, {}};
    const double least_gap = length_of(span) / 10;
    std::vector<AxisPiece> pieces;
    Day from = span.begin;
    for (std::size_t i = 0; i + 1 < busy.size(); ++i) {
        const TimeSpan gap{std::max(busy[i].end, span.begin), std::min(busy[i + 1].begin, span.end)};
        if (gap.empty() || length_of(gap) < least_gap || gap.begin <= from) continue;
        pieces.push_back({{from, gap.begin}, 0, 0, false});
        pieces.push_back({gap, 0, break_px, true});
        from = gap.end;
    }
    if (pieces.empty() || from >= span.end) return axis;
    pieces.push_back({{from, span.end}, 0, 0, false});
    // Each piece gets a fair part for itself, and the rest by its days.
    const auto breaks = static_cast<float>(pieces.size() / 2), wholes = static_cast<float>(pieces.size() / 2 + 1);
    const float room = width - breaks * break_px;
    if (room < wholes * 2 * break_px) return axis;
    double length = 0;
    for (const AxisPiece& piece : pieces)
        if (!piece.is_break) length += length_of(piece.span);
    constexpr float fair_share = 0.25F;
    float at = x;
    for (AxisPiece& piece : pieces) {
        if (!piece.is_break)
            piece.width = room * fair_share / wholes +
                          static_cast<float>(length_of(piece.span) / length * room * (1 - fair_share));
        piece.x = at;
        at += piece.width;
    }
    axis.pieces = std::move(pieces);
    return axis;
}

double days_per_px(const TimelineAxis& axis) {
    double least = length_of(axis.span) / axis.width;
    for (const AxisPiece& piece : axis.pieces)
        if (!piece.is_break) least = std::min(least, length_of(piece.span) / piece.width);
    return least;
}

TimeSpan padded_extent(const TimeSpan& extent) {
    const CalendarUnit unit = unit_for(extent);
    const auto length = extent.end - extent.begin;
    const days air{std::max<int>(1, static_cast<int>(length.count() / 40))};
    return {unit_around(extent.begin - air, unit).begin, unit_around(extent.end - days{1} + air, unit).end};
}

std::vector<AxisTick> axis_ticks(const TimelineAxis& axis, float spacing_px) {
    std::vector<AxisTick> ticks;
    for (const AxisPiece& piece : pieces_of(axis)) {
        if (piece.is_break) continue;
        const TickStep step = step_for(length_of(piece.span) * spacing_px / piece.width);
        const std::size_t before = ticks.size();
        for (Day tick = first_tick(piece.span.begin, step); tick < piece.span.end; tick = next_tick(tick, step)) {
            const float at = axis.x_from_day(tick);
            // Two pieces' ticks may meet at a break.
            if (ticks.empty() || at - ticks.back().x >= spacing_px * 0.6F) ticks.push_back({at, label_of(tick, step)});
        }
        if (ticks.size() > before || axis.pieces.empty()) continue;
        // A piece too narrow for round dates says its year.
        const Day middle = piece.span.begin + (piece.span.end - piece.span.begin) / 2;
        const int year = year_of(middle);
        const Day year_begin = first_day_of(year);
        const float at = axis.x_from_day(std::max(year_begin, piece.span.begin));
        if (ticks.empty() || at - ticks.back().x >= spacing_px * 0.6F) ticks.push_back({at, year_label(year)});
    }
    return ticks;
}

}  // namespace chronomap
