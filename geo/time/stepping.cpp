#include "geo/time/stepping.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace chronomap {
namespace {

using std::chrono::days;

/// Beyond it, days are no ints any more.
constexpr int farthest_year = 5'000'000;

int months_in(CalendarUnit unit) {
    switch (unit) {
        case CalendarUnit::century:
            return 1200;
        case CalendarUnit::decade:
            return 120;
        case CalendarUnit::year:
            return 12;
        case CalendarUnit::month:
            return 1;
        case CalendarUnit::day:
            break;
    }
    return 0;
}

/// The first or last unit that lies wholly in `span`; empty when none does.
TimeSpan unit_within(const TimeSpan& span, CalendarUnit unit, int direction) {
    TimeSpan each = unit_around(direction > 0 ? span.begin : span.end - days{1}, unit);
    if (!span.contains(each)) each = moved(each, unit, direction);
    return span.contains(each) ? each : TimeSpan{};
}

TimeSpan stepped_instant(const TimeSpan& span, CalendarUnit unit, int steps) {
    const int direction = steps > 0 ? 1 : -1;
    const TimeSpan first = unit_within(span, unit, direction);
    if (first.empty() || first == span)
        return moved(unit_around(direction > 0 ? span.end - days{1} : span.begin, unit), unit, steps);
    return moved(first, unit, steps - direction);
}

/// From within a unit, the first step goes to its own border.
TimeSpan stepped_begin(Day begin, CalendarUnit unit, int steps) {
    const TimeSpan around = unit_around(begin, unit);
    return moved(around, unit, steps < 0 && around.begin < begin ? steps + 1 : steps);
}

TimeSpan stepped_end(Day end, CalendarUnit unit, int steps) {
    const TimeSpan around = unit_around(end - days{1}, unit);
    return moved(around, unit, steps > 0 && end < around.end ? steps - 1 : steps);
}

/// The largest unit that both ends of the span are borders of.
CalendarUnit unit_of(const TimeSpan& span) {
    for (const CalendarUnit unit : {CalendarUnit::year, CalendarUnit::month})
        if (unit_around(span.begin, unit).begin == span.begin && unit_around(span.end, unit).begin == span.end)
            return unit;
    return CalendarUnit::day;
}

/// The same day of another month; the month's last one where it is too short.
Day same_day(Day day, int months) {
    const CivilDate date = civil_date(day);
    const int month = static_cast<int>(date.month) + months;
    const Day first = first_of_month(date.year, month), next = first_of_month(date.year, month + 1);
    return std::min(first + days{static_cast<int>(date.day) - 1}, next - days{1});
}

TimeSpan stepped_window(const TimeSpan& span, CalendarUnit unit, int steps) {
    if (unit == CalendarUnit::day) return {span.begin + days{steps}, span.end + days{steps}};
    const int months = months_in(unit) * steps;
    const Day begin = same_day(span.begin, months);
    // Months and years have no length in days that could be kept.
    if (unit_of(span) != CalendarUnit::day) return {begin, same_day(span.end, months)};
    return {begin, begin + (span.end - span.begin)};
}

}  // namespace

TimeSpan stepped(const TimeSelection& shown, CalendarUnit unit, int steps) {
    const TimeSpan& span = shown.span;
    if (steps == 0 || span.empty() || span.begin == open_begin || span.end == open_end) return span;
    const auto years = static_cast<std::int64_t>(months_in(unit)) * steps / 12;
    if (std::abs(year_of(span.begin) + years) > farthest_year) return span;
    switch (shown.mode) {
        case TimeMode::window:
            return stepped_window(span, unit, steps);
        case TimeMode::until:
            return stepped_end(span.end, unit, steps);
        case TimeMode::since:
            return stepped_begin(span.begin, unit, steps);
        case TimeMode::instant:
            break;
    }
    return stepped_instant(span, unit, steps);
}

}  // namespace chronomap
