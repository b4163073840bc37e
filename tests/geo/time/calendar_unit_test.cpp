#include "geo/time/calendar_unit.hpp"

#include <doctest/doctest.h>

using namespace chronomap;
using namespace std::chrono_literals;

TEST_CASE("whole units stay whole when they are moved") {
    CHECK(shifted(span_of_year(1993), CalendarUnit::year, -2) == span_of_year(1991));
    CHECK(shifted({Day{2020y / 1 / 1}, Day{2020y / 2 / 1}}, CalendarUnit::year, 1) ==
          TimeSpan{Day{2020y / 2 / 1}, Day{2020y / 3 / 1}});
    CHECK(shifted(all_time, CalendarUnit::year, 1) == all_time);
    const TimeSpan seven{first_day_of(1988), first_day_of(1995)};
    const TimeSpan moved = shifted(seven, CalendarUnit::year, 1);
    CHECK(moved == TimeSpan{first_day_of(1989), first_day_of(1996)});
}

TEST_CASE("years before the first have decades and centuries too") {
    CHECK(unit_around(first_day_of(-3), CalendarUnit::decade).begin == first_day_of(-10));
    CHECK(unit_around(first_day_of(-3), CalendarUnit::century).end == first_day_of(0));
    CHECK(unit_around(first_day_of(1999), CalendarUnit::century).begin == first_day_of(1900));
}

TEST_CASE("no year is too far away to be moved from or to") {
    for (const int year : {-900'000, -40'000, 0, 1066, 40'000, 900'000}) {
        const CivilDate date = civil_date(first_of_month(year, 5));
        CHECK(date.year == year);
        CHECK(date.month == 5);
        CHECK(date.day == 1);
        CHECK(first_of_month(year, 14) == first_of_month(year + 1, 2));
        CHECK(first_of_month(year, -1) == first_of_month(year - 1, 11));
        for (const CalendarUnit unit : {CalendarUnit::day, CalendarUnit::month, CalendarUnit::year,
                                        CalendarUnit::decade, CalendarUnit::century}) {
            const TimeSpan span = unit_around(first_day_of(year), unit);
            CHECK(span.contains(first_day_of(year)));
            CHECK(moved(moved(span, unit, 7), unit, -7) == span);
            CHECK(units_between(span.begin, moved(span, unit, 7).begin, unit) == 7);
            CHECK(calendar_unit_from(name_of(unit)) == unit);
        }
    }
}
