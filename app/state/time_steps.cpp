#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

Day first_of(int y, unsigned m) {
    return Day{year{y} / month{m} / 1};
}

int floor_to(int value, int step) {
    const int remainder = ((value % step) + step) % step;
    return value - remainder;
}

/// The begin of a unit, `steps` units on.
Day moved_by(Day begin, CalendarUnit unit, int steps) {
    const year_month_day date{begin};
    switch (unit) {
        case CalendarUnit::day:
            return begin + days{steps};
        case CalendarUnit::month:
            return Day{date + months{steps}};
        case CalendarUnit::year:
            return Day{date + years{steps}};
        case CalendarUnit::decade:
            return Day{date + years{10 * steps}};
        case CalendarUnit::century:
            return Day{date + years{100 * steps}};
    }
    return begin;
}

bool is_whole(const TimeSpan& span, CalendarUnit unit) {
    return unit_around(span.begin, unit) == span;
}

}  // namespace

CalendarUnit unit_for(const TimeSpan& extent) {
    const auto length = extent.empty() ? days{0} : extent.end - extent.begin;
    if (length <= days{92}) return CalendarUnit::day;
    if (length <= days{3 * 366}) return CalendarUnit::month;
    if (length <= days{400 * 366}) return CalendarUnit::year;
    return CalendarUnit::decade;
}

TimeSpan unit_around(Day day, CalendarUnit unit) {
    const year_month_day date{day};
    const int y = static_cast<int>(date.year());
    switch (unit) {
        case CalendarUnit::day:
            return {day, day + days{1}};
        case CalendarUnit::month: {
            const Day begin = first_of(y, static_cast<unsigned>(date.month()));
            return {begin, Day{year_month_day{begin} + months{1}}};
        }
        case CalendarUnit::year:
            return {first_of(y, 1), first_of(y + 1, 1)};
        case CalendarUnit::decade:
            return {first_of(floor_to(y, 10), 1), first_of(floor_to(y, 10) + 10, 1)};
        case CalendarUnit::century:
            return {first_of(floor_to(y, 100), 1), first_of(floor_to(y, 100) + 100, 1)};
    }
    return {};
}

int units_between(Day from, Day to, CalendarUnit unit) {
    const Day first = unit_around(from, unit).begin;
    const Day last = unit_around(to, unit).begin;
    if (unit == CalendarUnit::day) return static_cast<int>((last - first).count());
    const year_month_day a{first};
    const year_month_day b{last};
    const int by_years = static_cast<int>(b.year()) - static_cast<int>(a.year());
    switch (unit) {
        case CalendarUnit::month:
            return by_years * 12 + static_cast<int>(static_cast<unsigned>(b.month())) -
                   static_cast<int>(static_cast<unsigned>(a.month()));
        case CalendarUnit::decade:
            return by_years / 10;
        case CalendarUnit::century:
            return by_years / 100;
        default:
            return by_years;
    }
}

TimeSpan shifted(const TimeSpan& span, CalendarUnit unit, int steps) {
    if (span.empty() || span.begin == open_begin || span.end == open_end) return span;
    // A single month is stepped by months also where the story's unit is the year.
    for (const CalendarUnit own : {CalendarUnit::day, CalendarUnit::month, CalendarUnit::year}) {
        if (own >= unit) break;
        if (is_whole(span, own)) unit = own;
    }
    const bool whole_units =
        unit_around(span.begin, unit).begin == span.begin && unit_around(span.end - days{1}, unit).end == span.end;
    if (whole_units) return {moved_by(span.begin, unit, steps), moved_by(span.end, unit, steps)};
    const days distance =
        moved_by(unit_around(span.begin, unit).begin, unit, steps) - unit_around(span.begin, unit).begin;
    return {span.begin + distance, span.end + distance};
}

EdtfDate edtf_from_span(const TimeSpan& span) {
    if (span.empty() || span == all_time) return {};
    const bool from_open = span.begin == open_begin;
    const bool to_open = span.end == open_end;
    if (!from_open && !to_open) {
        const year_month_day begin{span.begin};
        const int y = static_cast<int>(begin.year());
        if (is_whole(span, CalendarUnit::day)) return EdtfDate::of_day(span.begin);
        if (is_whole(span, CalendarUnit::month)) return EdtfDate::of_month(y, static_cast<unsigned>(begin.month()));
        if (is_whole(span, CalendarUnit::year)) return EdtfDate::of_year(y);
        if (is_whole(span, CalendarUnit::decade)) return EdtfDate::of_decade(y);
    }
    const year_month_day first{from_open ? Day{} : span.begin};
    const year_month_day last{to_open ? Day{} : span.end - days{1}};
    const bool first_starts_year = first.month() == month{1} && first.day() == std::chrono::day{1};
    const bool last_ends_year = last.month() == month{12} && last.day() == std::chrono::day{31};
    const bool whole_years = (from_open || first_starts_year) && (to_open || last_ends_year);
    EdtfDate begin;
    EdtfDate end;
    if (!from_open) {
        begin = whole_years ? EdtfDate::of_year(static_cast<int>(first.year())) : EdtfDate::of_day(span.begin);
    }
    if (!to_open) {
        end = whole_years ? EdtfDate::of_year(static_cast<int>(last.year())) : EdtfDate::of_day(span.end - days{1});
    }
    return EdtfDate::of_interval(begin, end);
}

std::string caption_of(const TimeSelection& selection) {
    if (selection.effective() == all_time) return "all dates";
    const std::string words = describe(edtf_from_span(selection.span));
    switch (selection.mode) {
        case TimeMode::until:
            return "until " + words;
        case TimeMode::since:
            return "since " + words;
        default:
            return words;
    }
}

std::string_view name_of(TimeMode mode) {
    switch (mode) {
        case TimeMode::instant:
            return "instant";
        case TimeMode::window:
            return "window";
        case TimeMode::until:
            return "until";
        case TimeMode::since:
            return "since";
    }
    return {};
}

std::optional<TimeMode> time_mode_from(std::string_view name) {
    for (const TimeMode mode : {TimeMode::instant, TimeMode::window, TimeMode::until, TimeMode::since})
        if (name_of(mode) == name) return mode;
    return std::nullopt;
}

}  // namespace chronomap
