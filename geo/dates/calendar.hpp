#pragma once

#include <optional>

#include "geo/time/edtf.hpp"

namespace chronomap {

/// Month 1..12 of a day.
int month_of(Day day);
/// 1 Monday .. 7 Sunday.
int weekday_of(Day day);
/// Nothing for days that do not exist (30 February).
std::optional<Day> day_of(int year, int month, int day);

/// Parts (DatePart; 0: the whole) of calendar units, as intervals of EDTF. "early 1990s" is 1990/1993, "mid" 1994/1996,
/// "late" 1997/1999; early, mid and late of a month are its tens of days; of a year its first, middle and last months.
EdtfDate part_of_decade(int first_year, int part);
EdtfDate part_of_century(int first_year, int part);
EdtfDate part_of_year(int year, int part);
EdtfDate part_of_month(int year, int month, int part);
/// Of any bounded date: begin and end are its first and last three months (or third, when it is shorter), halves are
/// halves, early, mid and late are thirds.
EdtfDate part_of_span(const EdtfDate& date, int part);

/// Three months of a season (21 spring .. 24 winter, northern). The winter of a year is taken as the one that ends in
/// it (January and February), so that nothing of another year is claimed.
EdtfDate season_of(int year, int season);

/// Three months, `quarter` 1 to 4.
EdtfDate quarter_of(int year, int quarter);

/// The unit (DateUnit) that `day` lies in, moved by `step` units: the week from Monday to Sunday, the month, the year …
EdtfDate unit_around(Day day, int unit, int step);
/// `day` moved by `count` units; the 31st becomes the last of a shorter month.
Day moved_day(Day day, int unit, int count);
/// A date moved by `count` units, as fine as both allow: "two years" from 2004-09 is 2006, "three days" from 2020
/// nothing.
EdtfDate moved_by(const EdtfDate& date, int unit, int count);
/// The nth `weekday` (1 Monday .. 7) of a span; of nth -1 the last. Nothing when it has no such day.
EdtfDate nth_weekday(const TimeSpan& span, int weekday, int nth);
/// The nth week from Monday to Sunday of a month or a year: the first is the one with most of its days in it, as in
/// ISO 8601. -1: the last.
EdtfDate nth_week(const TimeSpan& span, int nth);
/// Week 1 to 53 of a year by ISO 8601.
EdtfDate iso_week(int year, int week);
/// A quarter `years` years later.
EdtfDate moved_quarter(const EdtfDate& quarter, int years);
/// May `unit`s be counted from `date` without false precision?
bool is_fine_enough(const EdtfDate& date, int unit);

}  // namespace chronomap
