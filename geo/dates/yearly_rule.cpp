#include "geo/dates/yearly_rule.hpp"

#include <unicode/calendar.h>

#include <cmath>
#include <memory>

#include "geo/dates/calendar.hpp"

namespace chronomap {
namespace chr = std::chrono;
namespace {

/// The first time in the Gregorian `year` that `month` and `day` of another calendar fall into.
std::optional<Day> day_of_calendar(int year, const char* calendar, int month, int day) {
    constexpr double milliseconds_a_day = 86400000.0;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> other(
        icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(calendar), error));
    if (U_FAILURE(error)) return std::nullopt;
    const Day begin = first_day_of(year), end = first_day_of(year + 1);
    other->setTime(static_cast<double>(begin.time_since_epoch().count()) * milliseconds_a_day, error);
    const int first = other->get(UCAL_EXTENDED_YEAR, error);
    for (int own_year = first; own_year <= first + 1 && U_SUCCESS(error); ++own_year) {
        other->clear();
        other->set(UCAL_EXTENDED_YEAR, own_year);
        other->set(UCAL_MONTH, month - 1);
        other->set(UCAL_DATE, day);
        const double at = other->getTime(error);
        const Day found{chr::days{static_cast<int>(std::floor(at / milliseconds_a_day))}};
        if (U_SUCCESS(error) && found >= begin && found < end) return found;
    }
    return std::nullopt;
}

std::optional<Day> first_day(int year, const YearlyRule& rule) {
    switch (rule.kind) {
        case YearlyRule::Kind::day:
            return day_of(year, rule.month, rule.day);
        case YearlyRule::Kind::nth_weekday: {
            const TimeSpan month = EdtfDate::of_month(year, static_cast<unsigned>(rule.month)).span();
            const EdtfDate found = nth_weekday(month, rule.weekday, rule.nth);
            return found.empty() ? std::nullopt : std::optional(found.span().begin + chr::days{rule.later});
        }
        case YearlyRule::Kind::easter:
            return easter_sunday(year) + chr::days{rule.later};
        case YearlyRule::Kind::orthodox_easter:
            return orthodox_easter_sunday(year) + chr::days{rule.later};
        case YearlyRule::Kind::islamic:
            return day_of_calendar(year, "en@calendar=islamic-umalqura", rule.month, rule.day);
        case YearlyRule::Kind::hebrew:
            return day_of_calendar(year, "en@calendar=hebrew", rule.month, rule.day);
        case YearlyRule::Kind::persian:
            return day_of_calendar(year, "en@calendar=persian", rule.month, rule.day);
    }
    return std::nullopt;
}

}  // namespace

std::optional<EdtfDate> holiday_in(int year, const YearlyRule& rule) {
    if (year < 1 || year > 9999) return std::nullopt;
    const std::optional<Day> first = first_day(year, rule);
    if (!first) return std::nullopt;
    if (rule.days <= 1) return EdtfDate::of_day(*first);
    return EdtfDate::of_interval(EdtfDate::of_day(*first), EdtfDate::of_day(*first + chr::days{rule.days - 1}));
}

Day easter_sunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25,
              g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4,
              l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return chr::sys_days{chr::year{year} / (n / 31) / (n % 31 + 1)};
}

Day orthodox_easter_sunday(int year) {
    const int a = year % 4, b = year % 7, c = year % 19, d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7,
              n = d + e + 114;
    const int julian_lag = year / 100 - year / 400 - 2;  // days between the calendars from March on
    return chr::sys_days{chr::year{year} / (n / 31) / (n % 31 + 1)} + chr::days{julian_lag};
}

}  // namespace chronomap
