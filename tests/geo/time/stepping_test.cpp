#include "geo/time/stepping.hpp"

#include <doctest/doctest.h>

#include "geo/time/edtf.hpp"

using namespace chronomap;

namespace {

TimeSpan span_of(const std::string& edtf) {
    const auto date = EdtfDate::parse(edtf);
    REQUIRE_MESSAGE(date, edtf);
    return date->span();
}

struct Step {
    const char *shown, *unit, *on, *back;
};

void check(TimeMode mode, const std::vector<Step>& steps) {
    for (const Step& each : steps) {
        CAPTURE(name_of(*calendar_unit_from(each.unit)));
        CAPTURE(each.shown);
        const TimeSelection shown{mode, span_of(each.shown)};
        const CalendarUnit unit = *calendar_unit_from(each.unit);
        CHECK(stepped(shown, unit, 1) == span_of(each.on));
        CHECK(stepped(shown, unit, -1) == span_of(each.back));
        CHECK(stepped(shown, unit, 0) == shown.span);
    }
}

constexpr CalendarUnit units[]{CalendarUnit::day, CalendarUnit::month, CalendarUnit::year, CalendarUnit::decade,
                               CalendarUnit::century};

}  // namespace

TEST_CASE("an instant shows one unit: larger dates are entered at their near end, smaller ones left for the neighbour") {
    check(TimeMode::instant, {
                                 {"1922-05-17", "day", "1922-05-18", "1922-05-16"},
                                 {"1922-05-17", "month", "1922-06", "1922-04"},
                                 {"1922-05-17", "year", "1923", "1921"},
                                 {"1922-05-17", "decade", "193X", "191X"},
                                 {"1922-05-17", "century", "20XX", "18XX"},
                                 {"1922-05", "day", "1922-05-01", "1922-05-31"},
                                 {"1922-05", "month", "1922-06", "1922-04"},
                                 {"1922-05", "year", "1923", "1921"},
                                 {"1922-05", "decade", "193X", "191X"},
                                 {"1922-05", "century", "20XX", "18XX"},
                                 {"1922", "day", "1922-01-01", "1922-12-31"},
                                 {"1922", "month", "1922-01", "1922-12"},
                                 {"1922", "year", "1923", "1921"},
                                 {"1922", "decade", "193X", "191X"},
                                 {"1922", "century", "20XX", "18XX"},
                                 {"192X", "day", "1920-01-01", "1929-12-31"},
                                 {"192X", "month", "1920-01", "1929-12"},
                                 {"192X", "year", "1920", "1929"},
                                 {"192X", "decade", "193X", "191X"},
                                 {"192X", "century", "20XX", "18XX"},
                                 {"19XX", "day", "1900-01-01", "1999-12-31"},
                                 {"19XX", "month", "1900-01", "1999-12"},
                                 {"19XX", "year", "1900", "1999"},
                                 {"19XX", "decade", "190X", "199X"},
                                 {"19XX", "century", "20XX", "18XX"},
                             });
}

TEST_CASE("an instant of any days enters the first whole unit in them, and goes past those it meets only in part") {
    check(TimeMode::instant, {
                                 {"2020-09-27/2020-11-10", "month", "2020-10", "2020-10"},
                                 {"2020-09-27/2020-10-20", "month", "2020-11", "2020-08"},
                                 {"2019-11/2020-03", "year", "2021", "2018"},
                                 {"1988/1994", "year", "1988", "1994"},
                                 {"2020-02", "year", "2021", "2019"},
                                 {"2020-03-31", "month", "2020-04", "2020-02"},
                             });
    CHECK(stepped({TimeMode::instant, span_of("1922")}, CalendarUnit::month, 10) == span_of("1922-10"));
    CHECK(stepped({TimeMode::instant, span_of("1922")}, CalendarUnit::month, -10) == span_of("1922-03"));
    CHECK(stepped({TimeMode::instant, span_of("1922")}, CalendarUnit::month, 13) == span_of("1923-01"));
}

TEST_CASE("a window keeps its width whatever it is moved by") {
    check(TimeMode::window, {
                                {"1922-05-17", "day", "1922-05-18", "1922-05-16"},
                                {"1922-05-17", "month", "1922-06-17", "1922-04-17"},
                                {"1922-05-17", "year", "1923-05-17", "1921-05-17"},
                                {"1922-05-17", "decade", "1932-05-17", "1912-05-17"},
                                {"1922-05-17", "century", "2022-05-17", "1822-05-17"},
                                {"1922-05", "day", "1922-05-02/1922-06-01", "1922-04-30/1922-05-30"},
                                {"1922-05", "month", "1922-06", "1922-04"},
                                {"1922-05", "year", "1923-05", "1921-05"},
                                {"1922-05", "decade", "1932-05", "1912-05"},
                                {"1922-05", "century", "2022-05", "1822-05"},
                                {"1922", "day", "1922-01-02/1923-01-01", "1921-12-31/1922-12-30"},
                                {"1922", "month", "1922-02/1923-01", "1921-12/1922-11"},
                                {"1922", "year", "1923", "1921"},
                                {"1922", "decade", "1932", "1912"},
                                {"1922", "century", "2022", "1822"},
                                {"192X", "day", "1920-01-02/1930-01-01", "1919-12-31/1929-12-30"},
                                {"192X", "month", "1920-02/1930-01", "1919-12/1929-11"},
                                {"192X", "year", "1921/1930", "1919/1928"},
                                {"192X", "decade", "193X", "191X"},
                                {"192X", "century", "202X", "182X"},
                                {"19XX", "day", "1900-01-02/2000-01-01", "1899-12-31/1999-12-30"},
                                {"19XX", "month", "1900-02/2000-01", "1899-12/1999-11"},
                                {"19XX", "year", "1901/2000", "1899/1998"},
                                {"19XX", "decade", "1910/2009", "1890/1989"},
                                {"19XX", "century", "20XX", "18XX"},
                                {"2024-02", "year", "2025-02", "2023-02"},
                                {"2023-01-31/2023-02-02", "month", "2023-02-28/2023-03-02", "2022-12-31/2023-01-02"},
                            });
}

TEST_CASE("until moves its end and since its begin to the next border between units") {
    check(TimeMode::until, {
                               {"1922", "month", "1923-01", "1922-11"},
                               {"1922", "day", "1923-01-01", "1922-12-30"},
                               {"1922", "year", "1923", "1921"},
                               {"1922-05", "year", "1922", "1921"},
                               {"1922-12", "year", "1923", "1921"},
                               {"1922", "decade", "192X", "191X"},
                               {"1929", "decade", "193X", "191X"},
                           });
    check(TimeMode::since, {
                               {"1922", "month", "1922-02", "1921-12"},
                               {"1922", "day", "1922-01-02", "1921-12-31"},
                               {"1922", "year", "1923", "1921"},
                               {"1922-05", "year", "1923", "1922"},
                               {"1922-01", "year", "1923", "1921"},
                               {"1922", "decade", "193X", "192X"},
                               {"1920", "decade", "193X", "191X"},
                           });
}

TEST_CASE("steps on and back again show what was shown, and many steps are as many single ones") {
    for (const int year : {-400000, -12345, -3, 0, 1, 1066, 1922, 2024, 600000})
        for (const TimeMode mode : {TimeMode::instant, TimeMode::window, TimeMode::until, TimeMode::since})
            for (const CalendarUnit unit : units) {
                TimeSelection shown{mode, unit_around(first_day_of(year), unit)};
                const TimeSpan first = shown.span;
                CHECK(stepped({mode, stepped(shown, unit, 7)}, unit, -7) == first);
                for (int i = 0; i < 7; ++i) shown.span = stepped(shown, unit, 1);
                CHECK(shown.span == stepped({mode, first}, unit, 7));
            }
}

TEST_CASE("what has no ends, and what would leave the calendar, stays where it is") {
    for (const CalendarUnit unit : units) {
        CHECK(stepped({TimeMode::instant, all_time}, unit, 1) == all_time);
        CHECK(stepped({TimeMode::window, {open_begin, first_day_of(1990)}}, unit, 1).begin == open_begin);
        CHECK(stepped({TimeMode::instant, {}}, unit, 1) == TimeSpan{});
    }
    const TimeSelection far{TimeMode::instant, span_of_year(1993)};
    CHECK(stepped(far, CalendarUnit::century, 100000) == far.span);
    CHECK(stepped(far, CalendarUnit::century, -100000) == far.span);
}
