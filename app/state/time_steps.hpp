#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/time/edtf.hpp"
#include "geo/time/timeline.hpp"

namespace chronomap {

/// The pieces of the calendar that the slider moves by.
enum class CalendarUnit : std::uint8_t { day, month, year, decade, century };

/// The unit that suits a story of this length: a life of years moves by years, a week by days.
CalendarUnit unit_for(const TimeSpan& extent);

/// The whole day, month, year, decade (1990s) or century (1900s) that `day` lies in.
TimeSpan unit_around(Day day, CalendarUnit unit);

/// How many units lie between the unit of `from` and the unit of `to`; negative backwards.
int units_between(Day from, Day to, CalendarUnit unit);

/// Moves `span` by `steps` units. A span of whole units stays one, 1988–1994 becomes 1989–1995; another keeps its
/// length in days.
TimeSpan shifted(const TimeSpan& span, CalendarUnit unit, int steps);

/// The shortest EDTF that says the same: a whole year, month, day or decade, else an interval. Empty for an empty span.
EdtfDate edtf_from_span(const TimeSpan& span);

/// What the map's caption and the date field say: "1993", "until 1993", "since November 2020", "all dates".
std::string caption_of(const TimeSelection& selection);

/// "instant", "window", "until", "since".
std::string_view name_of(TimeMode mode);
std::optional<TimeMode> time_mode_from(std::string_view name);

}  // namespace chronomap
