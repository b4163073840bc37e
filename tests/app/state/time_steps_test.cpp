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
    CHECK(edtf_from_span({open_begin, first_day_of(1995)}).text() == "../1994");
    CHECK(edtf_from_span(all_time).empty());
    CHECK(edtf_from_span({}).empty());
}

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
    CHECK(unit_around(first_day_of(1999), CalendarUnit::century).begin == first_day_of(1900));
}

TEST_CASE("the caption tells mode and date") {
    CHECK(caption_of({TimeMode::instant, span_of_year(1993)}) == "1993");
    CHECK(caption_of({TimeMode::until, span_of_year(1993)}) == "until 1993");
    CHECK(caption_of({TimeMode::since, span_of_year(1993)}) == "since 1993");
    CHECK(caption_of({}) == "all dates");
}
