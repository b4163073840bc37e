#include "app/state/time_steps.hpp"

#include <doctest/doctest.h>

using namespace chronomap;
using namespace std::chrono_literals;

TEST_CASE("a span is written as the shortest date that says the same") {
    CHECK(edtf_from_span(span_of_year(1993)).text() == "1993");
    CHECK(edtf_from_span({first_day_of(1990), first_day_of(2000)}).text() == "199X");
    CHECK(edtf_from_span({first_day_of(1988), first_day_of(1995)}).text() == "1988/1994");
    CHECK(edtf_from_span({Day{2020y / 11 / 1}, Day{2020y / 12 / 1}}).text() == "2020-11");
    CHECK(edtf_from_span({Day{2020y / 9 / 27}, Day{2020y / 11 / 11}}).text() == "2020-09-27/2020-11-10");
    CHECK(edtf_from_span({Day{2020y / 9 / 1}, Day{2021y / 3 / 1}}).text() == "2020-09/2021-02");
    CHECK(edtf_from_span({Day{2020y / 9 / 1}, Day{2021y / 2 / 28}}).text() == "2020-09-01/2021-02-27");
    CHECK(edtf_from_span({open_begin, Day{2020y / 9 / 1}}).text() == "../2020-08");
    CHECK(edtf_from_span({open_begin, first_day_of(1995)}).text() == "../1994");
    CHECK(edtf_from_span(all_time).empty());
    CHECK(edtf_from_span({}).empty());
}

TEST_CASE("a span of any age is written so that it reads back as itself") {
    for (const int year : {-400000, -12345, -3, 0, 1, 1066, 9999, 12000, 600000})
        for (const CalendarUnit unit : {CalendarUnit::day, CalendarUnit::month, CalendarUnit::year,
                                        CalendarUnit::decade, CalendarUnit::century}) {
            const TimeSpan span = unit_around(first_day_of(year), unit);
            const EdtfDate date = edtf_from_span(span);
            // EDTF has no months and days in years of more than four digits.
            if (date.empty() && std::abs(year) > 9999) continue;
            CHECK_MESSAGE(EdtfDate::parse(date.text()).value_or(EdtfDate{}).span() == span, date.text());
        }
}

TEST_CASE("the caption tells mode and date") {
    CHECK(caption_of({TimeMode::instant, span_of_year(1993)}) == "1993");
    CHECK(caption_of({TimeMode::until, span_of_year(1993)}) == "until 1993");
    CHECK(caption_of({TimeMode::since, span_of_year(1993)}) == "since 1993");
    CHECK(caption_of({}) == "all dates");
}
