#pragma once

#include <chrono>
#include <limits>
#include <string>

namespace chronomap {

/// A day of the proleptic Gregorian calendar. Years before 1970, 1752 and 1 are ordinary years.
using Day = std::chrono::sys_days;

inline constexpr Day open_begin{std::chrono::days{std::numeric_limits<int>::min()}};
inline constexpr Day open_end{std::chrono::days{std::numeric_limits<int>::max()}};

/// Half-open span of days [begin, end). `open_begin` and `open_end` stand for an end that is not known or not there.
/// The default value is empty (begin == end) and means "no date".
struct TimeSpan {
    Day begin{};
    Day end{};

    constexpr bool empty() const { return begin >= end; }
    constexpr bool contains(Day day) const { return begin <= day && day < end; }
    /// True when at least one day belongs to both; an empty span meets nothing.
    constexpr bool meets(const TimeSpan& other) const {
        return !empty() && !other.empty() && begin < other.end && other.begin < end;
    }
    constexpr bool contains(const TimeSpan& other) const { return begin <= other.begin && other.end <= end; }
    friend constexpr bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Everything: both ends open.
inline constexpr TimeSpan all_time{open_begin, open_end};

/// The astronomical year (0 = 1 BCE) that a day lies in.
int year_of(Day day);
/// First day of an astronomical year.
Day first_day_of(int year);
/// [1 January of year, 1 January of year + 1).
TimeSpan span_of_year(int year);
/// ISO 8601 date, "1993-07-23"; years outside 0..9999 as "-0500-01-01", "+12000-01-01"; empty for an open end.
std::string iso_date(Day day);

}  // namespace chronomap
