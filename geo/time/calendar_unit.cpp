#include "geo/time/calendar_unit.hpp"

#include <array>
#include <utility>

namespace chronomap {
namespace chr = std::chrono;
namespace {

// std::chrono's years end at ±32767. Every 400 years the Gregorian calendar begins anew after as many days.
constexpr int days_in_cycle = 146097;

constexpr std::array<std::pair<CalendarUnit, std::string_view>, 5> unit_names{{{CalendarUnit::day, "day"},
                                                                               {CalendarUnit::month, "month"},
                                                                               {CalendarUnit::year, "year"},
                                                                               {CalendarUnit::decade, "decade"},
                                                                               {CalendarUnit::century, "century"}}};

int floor_divided(int value, int by) {
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

int years_in(CalendarUnit unit) {
    return unit == CalendarUnit::century ? 100 : unit == CalendarUnit::decade ? 10 : 1;
}

/// The begin of a unit, `steps` units on.
Day moved_by(Day begin, CalendarUnit unit, int steps) {
    if (unit == CalendarUnit::day) return begin + chr::days{steps};
    const CivilDate date = civil_date(begin);
    if (unit == CalendarUnit::month) return first_of_month(date.year, static_cast<int>(date.month) + steps);
    return first_day_of(date.year + years_in(unit) * steps);
}

bool is_whole(const TimeSpan& span, CalendarUnit unit) {
    return unit_around(span.begin, unit) == span;
}

}  // namespace

CivilDate civil_date(Day day) {
    const int count = day.time_since_epoch().count();
    const int cycle = floor_divided(count, days_in_cycle);
    const chr::year_month_day ymd{Day{chr::days{count - cycle * days_in_cycle}}};
    return {static_cast<int>(ymd.year()) + 400 * cycle, static_cast<unsigned>(ymd.month()),
            static_cast<unsigned>(ymd.day())};
}

Day first_of_month(int year, int month) {
    const int index = year * 12 + month - 1;
    const int whole = floor_divided(index, 12), cycle = floor_divided(whole, 400);
    const chr::year like{whole - cycle * 400};
    const Day day{like / chr::month{static_cast<unsigned>(index - whole * 12 + 1)} / 1};
    return day + chr::days{cycle * days_in_cycle};
}

std::string_view name_of(CalendarUnit unit) {
    return unit_names[static_cast<std::size_t>(unit)].second;
}

std::optional<CalendarUnit> calendar_unit_from(std::string_view name) {
    for (const auto& [unit, own] : unit_names)
        if (own == name) return unit;
    return std::nullopt;
}

CalendarUnit unit_for(const TimeSpan& extent) {
    const auto length = extent.empty() ? chr::days{0} : extent.end - extent.begin;
    if (length <= chr::days{92}) return CalendarUnit::day;
    if (length <= chr::days{3 * 366}) return CalendarUnit::month;
    if (length <= chr::days{400 * 366}) return CalendarUnit::year;
    return CalendarUnit::decade;
}

TimeSpan unit_around(Day day, CalendarUnit unit) {
    if (unit == CalendarUnit::day) return {day, day + chr::days{1}};
    const CivilDate date = civil_date(day);
    const auto month = static_cast<int>(date.month);
    if (unit == CalendarUnit::month) return {first_of_month(date.year, month), first_of_month(date.year, month + 1)};
    const int years = years_in(unit);
    const int first = floor_divided(date.year, years) * years;
    return {first_day_of(first), first_day_of(first + years)};
}

int units_between(Day from, Day to, CalendarUnit unit) {
    if (unit == CalendarUnit::day) return (to - from).count();
    const CivilDate a = civil_date(unit_around(from, unit).begin), b = civil_date(unit_around(to, unit).begin);
    const int years = b.year - a.year;
    if (unit == CalendarUnit::month) return years * 12 + static_cast<int>(b.month) - static_cast<int>(a.month);
    return years / years_in(unit);
}

TimeSpan moved(const TimeSpan& span, CalendarUnit unit, int steps) {
    if (span.empty() || span.begin == open_begin || span.end == open_end) return span;
    const Day first = unit_around(span.begin, unit).begin;
    const bool whole = first == span.begin && unit_around(span.end - chr::days{1}, unit).end == span.end;
    if (whole) return {moved_by(span.begin, unit, steps), moved_by(span.end, unit, steps)};
    const chr::days distance = moved_by(first, unit, steps) - first;
    return {span.begin + distance, span.end + distance};
}

TimeSpan shifted(const TimeSpan& span, CalendarUnit unit, int steps) {
    if (span.empty() || span.begin == open_begin || span.end == open_end) return span;
    for (const CalendarUnit own : {CalendarUnit::day, CalendarUnit::month, CalendarUnit::year}) {
        if (own >= unit) break;
        if (is_whole(span, own)) unit = own;
    }
    return moved(span, unit, steps);
}

}  // namespace chronomap
