#include "geo/time/time_span.hpp"

#include <cstdio>
#include <cstdlib>

namespace chronomap {
namespace chr = std::chrono;

// std::chrono::year holds -32767..32767; days beyond it are folded into that range by whole 400-year cycles, whose
// length is the same in days everywhere in the Gregorian calendar.
namespace {

constexpr int days_in_cycle = 146097;

struct CivilDay {
    int year;
    unsigned month, day;
};

CivilDay civil(Day day) {
    const long long count = day.time_since_epoch().count();
    const long long cycle = count >= 0 ? count / days_in_cycle : -((-count + days_in_cycle - 1) / days_in_cycle);
    const chr::year_month_day ymd{Day{chr::days{static_cast<int>(count - cycle * days_in_cycle)}}};
    return {static_cast<int>(int(ymd.year()) + 400 * cycle), unsigned(ymd.month()), unsigned(ymd.day())};
}

}  // namespace

int year_of(Day day) {
    return civil(day).year;
}

Day first_day_of(int year) {
    const int cycle = year >= 1970 ? (year - 1970) / 400 : -((1970 - year + 399) / 400);
    const chr::year_month_day ymd{chr::year{year - 400 * cycle}, chr::January, chr::day{1}};
    return Day{ymd} + chr::days{static_cast<long long>(cycle) * days_in_cycle};
}

TimeSpan span_of_year(int year) {
    return {first_day_of(year), first_day_of(year + 1)};
}

std::string iso_date(Day day) {
    if (day == open_begin || day == open_end) return {};
    const CivilDay date = civil(day);
    char text[32];
    const char* form = date.year < 0 ? "-%04d-%02u-%02u" : date.year > 9999 ? "+%d-%02u-%02u" : "%04d-%02u-%02u";
    std::snprintf(text, sizeof text, form, std::abs(date.year), date.month, date.day);
    return text;
}

}  // namespace chronomap
