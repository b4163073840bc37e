#include "app/export/date_series.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

std::vector<TimeSpan> events_of(std::initializer_list<const char*> dates) {
    std::vector<TimeSpan> spans;
    for (const char* date : dates) spans.push_back(EdtfDate::parse(date)->span());
    return spans;
}

std::vector<std::string> texts(const Result<std::vector<EdtfDate>>& dates) {
    std::vector<std::string> out;
    if (dates)
        for (const EdtfDate& date : *dates) out.push_back(date.text());
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a series by units runs from the first event to the last") {
    const std::vector<TimeSpan> events = events_of({"1991-12-30", "1994", "1993-05"});
    CHECK(texts(dates_of({CalendarUnit::year, {}, {}}, events)) == Texts{"1991", "1992", "1993", "1994"});
    CHECK(texts(dates_of({CalendarUnit::decade, {}, {}}, events)) == Texts{"199X"});
    const auto months = dates_of({CalendarUnit::month, {}, {}}, events);
    REQUIRE(months);
    CHECK(months->size() == 37);
    CHECK(months->front().text() == "1991-12");
    CHECK(months->back().text() == "1994-12");
}

TEST_CASE("bounds given by the user win over those of the events") {
    const std::vector<TimeSpan> events = events_of({"1991", "1994"});
    DateSeries series{CalendarUnit::year, *EdtfDate::parse("1993"), *EdtfDate::parse("1996")};
    CHECK(texts(dates_of(series, events)) == Texts{"1993", "1994", "1995", "1996"});
    CHECK(texts(dates_of(series, {})).size() == 4);
    series.to = *EdtfDate::parse("1990");
    CHECK(!dates_of(series, events));
}

TEST_CASE("without a unit the series has the stops of the story") {
    const std::vector<TimeSpan> events = events_of({"1922", "1993-07", "1993-08", "2020-11-10", "2023"});
    const auto all = texts(dates_of({}, events));
    CHECK(all.size() >= 3);
    CHECK(all.front() == "1922");
    DateSeries late;
    late.from = *EdtfDate::parse("2000");
    for (const std::string& text : texts(dates_of(late, events))) CHECK(text >= "2000");
}

TEST_CASE("an event that is open to one side does not make the series endless") {
    const auto dates = texts(dates_of({CalendarUnit::year, {}, {}}, events_of({"1991/..", "1993"})));
    CHECK(dates == Texts{"1991", "1992", "1993"});
}

TEST_CASE("a series without dates, or with too many, is refused") {
    CHECK(!dates_of({}, {}));
    CHECK(!dates_of({CalendarUnit::year, {}, {}}, {}));
    CHECK(!dates_of({CalendarUnit::day, *EdtfDate::parse("0001"), *EdtfDate::parse("2000")}, {}));
    CHECK(!series_unit_from("fortnight"));
}

TEST_CASE("a date becomes part of a file's name") {
    CHECK(path_for_date("out/map.png", *EdtfDate::parse("1993-05")) == "out/map-1993-05.png");
    CHECK(path_for_date("map.v2.svg", *EdtfDate::parse("1988/1994")) == "map.v2-1988_1994.svg");
}

TEST_CASE("pictures are numbered where the file's name asks for it") {
    CHECK(is_numbered("frames/%04d.png"));
    CHECK(path_for_number("frames/%04d.png", 7) == "frames/0007.png");
    CHECK(path_for_number("a%d.png", 12) == "a12.png");
    CHECK(path_for_number("%02d.png", 1234) == "1234.png");
    for (const char* path : {"map.png", "100%.png", "%s.png", "%d/map.png", "%d-%d.png", "%0d.png", "%", "%04"}) {
        CAPTURE(std::string(path));
        CHECK(!is_numbered(path));
    }
}
