#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/time/time_span.hpp"

namespace chronomap {

/// The parts of a day of the proleptic Gregorian calendar; `year` is astronomical (0 = 1 BCE).
struct CivilDate {
    int year = 0;
    unsigned month = 1, day = 1;
};
/// For any day that is not an open end; no year is too far away, as it would be for std::chrono's calendar.
CivilDate civil_date(Day day);
/// The first of a month; months outside 1 … 12 are of the years before or after.
Day first_of_month(int year, int month);

/// The pieces of the calendar that the slider and playback move by.
enum class CalendarUnit : std::uint8_t { day, month, year, decade, century };
/// "day", "month", "year", "decade", "century".
std::string_view name_of(CalendarUnit unit);
std::optional<CalendarUnit> calendar_unit_from(std::string_view name);

/// The unit that suits a story of this length: a life of years moves by years, a week by days.
CalendarUnit unit_for(const TimeSpan& extent);

/// The whole day, month, year, decade (1990s) or century (1900s) that `day` lies in. Of years before 1 too: the decade
/// of -3 is -10 to -1.
TimeSpan unit_around(Day day, CalendarUnit unit);

/// How many units lie between the unit of `from` and the unit of `to`; negative backwards.
int units_between(Day from, Day to, CalendarUnit unit);

/// Moves `span` by `steps` units. A span of whole units stays one, 1988–1994 becomes 1989–1995; another keeps its
/// length in days. One with an open end stays where it is.
TimeSpan moved(const TimeSpan& span, CalendarUnit unit, int steps);
/// The same, but what is a smaller unit by itself moves by that one: a single month by months, whatever `unit` is.
TimeSpan shifted(const TimeSpan& span, CalendarUnit unit, int steps);

}  // namespace chronomap
