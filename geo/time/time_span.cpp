#include "geo/time/time_span.hpp"

#include <cstdio>
#include <cstdlib>

#include "geo/time/calendar_unit.hpp"

namespace chronomap {
namespace chr = std::chrono;

int year_of(Day day) {
    return civil_date(day).year;
}

Day first_day_of(int year) {
    // std::chrono::year holds -32767..32767: years are folded into one cycle of 400.
    const int cycle = year >= 1970 ? (year - 1970) / 400 : -((1970 - year + 399) / 400);
    const chr::year_month_day ymd{chr::year{year - 400 * cycle}, chr::January, chr::day{1}};
    return Day{ymd} + chr::days{static_cast<long long>(cycle) * 146097};
}

TimeSpan span_of_year(int year) {
    return {first_day_of(year), first_day_of(year + 1)};
}

std::string iso_date(Day day) {
    if (day == open_begin || day == open_end) return {};
    const CivilDate date = civil_date(day);
    char text[32];
    const char* form = date.year < 0 ? "-%04d-%02u-%02u" : date.year > 9999 ? "+%d-%02u-%02u" : "%04d-%02u-%02u";
    std::snprintf(text, sizeof text, form, std::abs(date.year), date.month, date.day);
    return text;
}

}  // namespace chronomap
