#include "app/timeline/timeline_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month_day;

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

/// The first round date at or after `from`.
Day first_tick(Day from, const TickStep& step) {
    const year_month_day date{from};
    const int y = static_cast<int>(date.year());
    switch (step.unit) {
        case CalendarUnit::day: {
            // Counted from the first of the month, so that the 1st is always a tick.
            const unsigned past = (static_cast<unsigned>(date.day()) - 1) % static_cast<unsigned>(step.count);
            return past == 0 ? from : from + days{step.count - static_cast<int>(past)};
        }
        case CalendarUnit::month: {
            const int index = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
            const Day begin{date.year() / month{static_cast<unsigned>(index / step.count * step.count + 1)} / 1};
            return begin >= from ? begin : Day{year_month_day{begin} + months{step.count}};
        }
        default: {
            int first = y - (((y % step.count) + step.count) % step.count);
            while (first_day_of(first) < from) first += step.count;
            return first_day_of(first);
        }
    }
}

Day next_tick(Day tick, const TickStep& step) {
    const year_month_day date{tick};
    switch (step.unit) {
        case CalendarUnit::day: {
            const Day next = tick + days{step.count};
            const Day month_end = unit_around(tick, CalendarUnit::month).end;
            // The last tick of a month gives way when it would crowd the 1st.
            return next + days{step.count / 2} >= month_end ? month_end : next;
        }
        case CalendarUnit::month:
            return Day{date + months{step.count}};
        default:
            return first_day_of(static_cast<int>(date.year()) + step.count);
    }
}

std::string label_of(Day tick, const TickStep& step) {
    const year_month_day date{tick};
    const std::string month_name = month_names[static_cast<unsigned>(date.month()) - 1];
    const std::string y = year_label(static_cast<int>(date.year()));
    switch (step.unit) {
        case CalendarUnit::day:
            return date.day() == std::chrono::day{1}
                       ? month_name + " " + y
                       : std::to_string(static_cast<unsigned>(date.day())) + " " + month_name;
        case CalendarUnit::month:
            return date.month() == month{1} ? y : month_name;
        default:
            return y;
    }
}

}  // namespace

float TimelineAxis::x_from_day(Day day) const {
    const Day kept = std::clamp(day, span.begin, span.end);
    const auto whole = static_cast<double>((span.end - span.begin).count());
    return x + static_cast<float>(static_cast<double>((kept - span.begin).count()) / whole * width);
}

Day TimelineAxis::day_from_x(float px) const {
    const double share = std::clamp((static_cast<double>(px) - x) / width, 0.0, 1.0);
    const auto whole = static_cast<double>((span.end - span.begin).count());
    const Day day = span.begin + days{static_cast<int>(std::floor(share * whole))};
    return std::min(day, span.end - days{1});
}

TimeSpan padded_extent(const TimeSpan& extent) {
    const CalendarUnit unit = unit_for(extent);
    const auto length = extent.end - extent.begin;
    const days air{std::max<int>(1, static_cast<int>(length.count() / 40))};
    return {unit_around(extent.begin - air, unit).begin, unit_around(extent.end - days{1} + air, unit).end};
}

std::vector<AxisTick> axis_ticks(const TimelineAxis& axis, float spacing_px) {
    const auto whole = static_cast<double>((axis.span.end - axis.span.begin).count());
    const TickStep step = step_for(whole * spacing_px / axis.width);
    std::vector<AxisTick> ticks;
    for (Day tick = first_tick(axis.span.begin, step); tick < axis.span.end; tick = next_tick(tick, step))
        ticks.push_back({axis.x_from_day(tick), label_of(tick, step)});
    return ticks;
}

}  // namespace chronomap
