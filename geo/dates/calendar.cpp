#include "geo/dates/calendar.hpp"

#include <algorithm>

#include "geo/dates/lexicon.hpp"

namespace chronomap {
namespace chr = std::chrono;
namespace {

EdtfDate years(int first, int last) {
    return EdtfDate::of_interval(EdtfDate::of_year(first), EdtfDate::of_year(last));
}

EdtfDate months(int year, int first, int last) {
    return EdtfDate::of_interval(EdtfDate::of_month(year, static_cast<unsigned>(first)),
                                 EdtfDate::of_month(year, static_cast<unsigned>(last)));
}

EdtfDate days_between(Day first, Day after) {
    return EdtfDate::of_interval(EdtfDate::of_day(first), EdtfDate::of_day(after - chr::days{1}));
}

Day first_of_month(int year, int month) {
    const int shifted = year * 12 + month - 1;
    const int y = shifted >= 0 ? shifted / 12 : -((11 - shifted) / 12);
    return EdtfDate::of_month(y, static_cast<unsigned>(shifted - y * 12 + 1)).span().begin;
}

}  // namespace

int month_of(Day day) {
    const Day begin = first_day_of(year_of(day));
    int month = 1;
    while (month < 12 && first_of_month(year_of(begin), month + 1) <= day) ++month;
    return month;
}

int weekday_of(Day day) {
    return static_cast<int>(chr::weekday{day}.iso_encoding());
}

std::optional<Day> day_of(int year, int month, int day) {
    const EdtfDate whole = EdtfDate::of_month(year, static_cast<unsigned>(month));
    if (whole.empty() || day < 1) return std::nullopt;
    const Day at = whole.span().begin + chr::days{day - 1};
    return at < whole.span().end ? std::optional(at) : std::nullopt;
}

EdtfDate part_of_decade(int first_year, int part) {
    switch (part) {
        case part_early:
            return years(first_year, first_year + 3);
        case part_mid:
            return years(first_year + 4, first_year + 6);
        case part_late:
            return years(first_year + 7, first_year + 9);
        case part_begin:
            return years(first_year, first_year + 1);
        case part_end:
            return years(first_year + 8, first_year + 9);
        case part_first_half:
            return years(first_year, first_year + 4);
        case part_second_half:
            return years(first_year + 5, first_year + 9);
        default:
            return EdtfDate::of_decade(first_year);
    }
}

/// The 19th century is 1801 to 1900, as the calendar has no year 0.
EdtfDate part_of_century(int first_year, int part) {
    switch (part) {
        case part_early:
        case part_begin:
            return years(first_year + 1, first_year + 33);
        case part_mid:
            return years(first_year + 34, first_year + 66);
        case part_late:
        case part_end:
            return years(first_year + 67, first_year + 100);
        case part_first_half:
            return years(first_year + 1, first_year + 50);
        case part_second_half:
            return years(first_year + 51, first_year + 100);
        default:
            return years(first_year + 1, first_year + 100);
    }
}

EdtfDate part_of_year(int year, int part) {
    switch (part) {
        case part_early:
            return months(year, 1, 3);
        case part_mid:
            return months(year, 6, 7);
        case part_late:
            return months(year, 10, 12);
        case part_begin:
            return EdtfDate::of_month(year, 1);
        case part_end:
            return EdtfDate::of_month(year, 12);
        case part_first_half:
            return months(year, 1, 6);
        case part_second_half:
            return months(year, 7, 12);
        default:
            return EdtfDate::of_year(year);
    }
}

EdtfDate part_of_month(int year, int month, int part) {
    const EdtfDate whole = EdtfDate::of_month(year, static_cast<unsigned>(month));
    if (part == 0 || whole.empty()) return whole;
    const Day begin = whole.span().begin, end = whole.span().end;
    switch (part) {
        case part_early:
        case part_begin:
            return days_between(begin, begin + chr::days{10});
        case part_mid:
            return days_between(begin + chr::days{10}, begin + chr::days{20});
        case part_late:
            return days_between(begin + chr::days{20}, end);
        case part_end:
            return days_between(begin + chr::days{24}, end);
        case part_first_half:
            return days_between(begin, begin + chr::days{15});
        default:
            return days_between(begin + chr::days{15}, end);
    }
}

EdtfDate part_of_span(const EdtfDate& date, int part) {
    const TimeSpan& span = date.span();
    if (part == 0 || span.begin == open_begin || span.end == open_end) return date;
    if (date.precision() == DatePrecision::month) return part_of_month(year_of(span.begin), month_of(span.begin), part);
    if (date.precision() == DatePrecision::year) return part_of_year(year_of(span.begin), part);
    const auto length = span.end - span.begin;
    const auto third = std::max(length / 3, chr::days{1}), half = std::max(length / 2, chr::days{1});
    const auto edge = std::min(third, chr::days{91});
    switch (part) {
        case part_early:
            return days_between(span.begin, span.begin + third);
        case part_mid:
            return days_between(span.begin + third, std::max(span.end - third, span.begin + third + chr::days{1}));
        case part_late:
            return days_between(span.end - third, span.end);
        case part_begin:
            return days_between(span.begin, span.begin + edge);
        case part_end:
            return days_between(span.end - edge, span.end);
        case part_first_half:
            return days_between(span.begin, span.begin + half);
        default:
            return days_between(span.end - half, span.end);
    }
}

EdtfDate season_of(int year, int season) {
    if (season == 24) return months(year, 1, 2);
    const int first = 3 * (season - 20);
    return months(year, first, first + 2);
}

EdtfDate quarter_of(int year, int quarter) {
    return months(year, 3 * quarter - 2, 3 * quarter);
}

EdtfDate unit_around(Day day, int unit, int step) {
    const int year = year_of(day);
    switch (unit) {
        case unit_day:
            return EdtfDate::of_day(day + chr::days{step});
        case unit_week: {
            const Day monday = day - chr::days{weekday_of(day) - 1} + chr::days{7 * step};
            return days_between(monday, monday + chr::days{7});
        }
        case unit_month: {
            const Day first = first_of_month(year, month_of(day) + step);
            return EdtfDate::of_month(year_of(first), static_cast<unsigned>(month_of(first)));
        }
        case unit_year:
            return EdtfDate::of_year(year + step);
        case unit_quarter: {
            const int quarters = year * 4 + (month_of(day) - 1) / 3 + step;
            return quarter_of(quarters >= 0 ? quarters / 4 : -((3 - quarters) / 4), ((quarters % 4) + 4) % 4 + 1);
        }
        case unit_weekend: {
            // The weekend before is the one that is over, or on; the next one is still to come.
            const Day saturday = day - chr::days{weekday_of(day) - 6};
            const int weeks = weekday_of(day) >= 6 && step < 0 ? 0 : step > 0 && weekday_of(day) < 6 ? step - 1 : step;
            return days_between(saturday + chr::days{7 * weeks}, saturday + chr::days{7 * weeks + 2});
        }
        case unit_fortnight: {
            const Day monday = day - chr::days{weekday_of(day) - 1} + chr::days{14 * step};
            return days_between(monday, monday + chr::days{14});
        }
        case unit_decade:
            return EdtfDate::of_decade(year / 10 * 10 + 10 * step);
        default:
            return part_of_century((year - 1) / 100 * 100 + 100 * step, 0);
    }
}

Day moved_day(Day day, int unit, int count) {
    if (unit == unit_fortnight) return day + chr::days{count * 14};
    if (unit == unit_day) return day + chr::days{count};
    if (unit == unit_week || unit == unit_weekend) return day + chr::days{count * 7};
    const int months_moved = count * (unit == unit_month     ? 1
                                      : unit == unit_quarter ? 3
                                      : unit == unit_year    ? 12
                                      : unit == unit_decade  ? 120
                                                             : 1200);
    const Day month = first_of_month(year_of(day), month_of(day));
    const Day target = first_of_month(year_of(day), month_of(day) + months_moved);
    const Day after = first_of_month(year_of(target), month_of(target) + 1);
    return std::min(target + (day - month), after - chr::days{1});
}

EdtfDate moved_by(const EdtfDate& date, int unit, int count) {
    if (!is_fine_enough(date, unit)) return {};
    const Day moved = moved_day(date.span().begin, unit, count);
    switch (unit) {
        case unit_day:
            return EdtfDate::of_day(moved);
        case unit_week:
        case unit_weekend:
        case unit_fortnight:
            return EdtfDate::of_day(moved);
        case unit_quarter:
        case unit_month:
            return EdtfDate::of_month(year_of(moved), static_cast<unsigned>(month_of(moved)));
        default:
            return EdtfDate::of_year(year_of(moved));
    }
}

EdtfDate nth_weekday(const TimeSpan& span, int weekday, int nth) {
    const Day first = span.begin + chr::days{(weekday - weekday_of(span.begin) + 7) % 7};
    const Day last = span.end - chr::days{1 + (weekday_of(span.end - chr::days{1}) - weekday + 7) % 7};
    const Day day = nth < 0 ? last : first + chr::days{7 * (nth - 1)};
    return day < span.end ? EdtfDate::of_day(day) : EdtfDate{};
}

EdtfDate nth_week(const TimeSpan& span, int nth) {
    constexpr chr::days most{3};  // the week of the fourth day has most of its days in the span
    const Day monday = nth < 0 ? unit_around(span.end - chr::days{1} - most, unit_week, 0).span().begin
                               : unit_around(span.begin + most, unit_week, nth - 1).span().begin;
    return monday + most < span.end ? days_between(monday, monday + chr::days{7}) : EdtfDate{};
}

EdtfDate iso_week(int year, int week) {
    return nth_week(EdtfDate::of_year(year).span(), week);
}

EdtfDate moved_quarter(const EdtfDate& quarter, int years) {
    const Day begin = quarter.span().begin;
    return quarter_of(year_of(begin) + years, (month_of(begin) - 1) / 3 + 1);
}

bool is_fine_enough(const EdtfDate& date, int unit) {
    const TimeSpan& span = date.span();
    if (date.empty() || span.begin == open_begin || span.end == open_end) return false;
    const auto length = (span.end - span.begin).count();
    if (unit == unit_day || unit == unit_week || unit == unit_weekend || unit == unit_fortnight) return length <= 7;
    if (unit == unit_month || unit == unit_quarter) return length <= 92;
    return length <= 3700;
}

}  // namespace chronomap
