#include "geo/time/edtf.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

/// "begin end" of the span of an EDTF text, or "error".
std::string span_of(std::string_view text) {
    const auto date = EdtfDate::parse(text);
    if (!date) return "error";
    const auto end_of = [](Day day) { return iso_date(day).empty() ? "open" : iso_date(day); };
    return end_of(date->span().begin) + " " + end_of(date->span().end);
}

std::string typed(std::string_view text) {
    const auto date = parse_date_as_typed(text);
    return date ? date->text() : "error";
}

}  // namespace

TEST_CASE("years before 1970, 1752 and 1 are ordinary years") {
    CHECK(iso_date(first_day_of(1970)) == "1970-01-01");
    CHECK(iso_date(first_day_of(1600)) == "1600-01-01");
    CHECK(iso_date(first_day_of(0)) == "0000-01-01");
    CHECK(iso_date(first_day_of(-499)) == "-0499-01-01");
    CHECK(iso_date(first_day_of(-50000)) == "-50000-01-01");
    CHECK(iso_date(first_day_of(123456)) == "+123456-01-01");
    for (int year : {-100000, -4713, -1, 0, 1, 4, 100, 1582, 1900, 2000, 2024, 99999})
        CHECK(year_of(first_day_of(year)) == year);
    CHECK((first_day_of(2001) - first_day_of(2000)).count() == 366);
    CHECK((first_day_of(1901) - first_day_of(1900)).count() == 365);
}

TEST_CASE("EDTF level 0: days, months, years and intervals are half-open spans") {
    CHECK(span_of("1993") == "1993-01-01 1994-01-01");
    CHECK(span_of("2020-11") == "2020-11-01 2020-12-01");
    CHECK(span_of("2020-12") == "2020-12-01 2021-01-01");
    CHECK(span_of("2023-08-31") == "2023-08-31 2023-09-01");
    CHECK(span_of("1988/1994") == "1988-01-01 1995-01-01");
    CHECK(span_of("2020-09-27/2020-11-10") == "2020-09-27 2020-11-11");
    CHECK(span_of("2024-02-29") == "2024-02-29 2024-03-01");
}

TEST_CASE("EDTF level 1: unspecified digits, seasons, qualifiers, open ends, negative and long years") {
    CHECK(span_of("199X") == "1990-01-01 2000-01-01");
    CHECK(span_of("19XX") == "1900-01-01 2000-01-01");
    CHECK(span_of("2004-XX") == "2004-01-01 2005-01-01");
    CHECK(span_of("2004-06-XX") == "2004-06-01 2004-07-01");
    CHECK(span_of("2001-21") == "2001-03-01 2001-06-01");
    CHECK(span_of("2001-24") == "2001-12-01 2002-03-01");
    CHECK(span_of("../1994") == "open 1995-01-01");
    CHECK(span_of("1988/..") == "1988-01-01 open");
    CHECK(span_of("-0500") == "-0500-01-01 -0499-01-01");
    CHECK(span_of("Y-12000") == "-12000-01-01 -11999-01-01");
    CHECK(EdtfDate::parse("1993~")->approximate());
    CHECK(EdtfDate::parse("1993?")->uncertain());
    CHECK(EdtfDate::parse("1993%")->uncertain());
    CHECK(EdtfDate::parse("1993%")->approximate());
}

TEST_CASE("what is not EDTF, or no day of the calendar, is refused with a remedy") {
    for (const char* text :
         {"", "93", "1993-13", "1993-02-30", "2023-02-29", "1993-00", "1993-01-00", "x", "19X3", "XXXX", "1994/1988",
          "../..", "/", "1993-1-1", "1993-01-01T10:00", "Y99999999", "-0000", "1993//1994"})
        CHECK_MESSAGE(span_of(text) == "error", text);
    CHECK(EdtfDate::parse("1993-02-30").error().text().find("1993-02-30") != std::string::npos);
}

TEST_CASE("dates are made from their parts in canonical text") {
    CHECK(EdtfDate::of_year(1993).text() == "1993");
    CHECK(EdtfDate::of_year(-44).text() == "-0044");
    CHECK(EdtfDate::of_year(12000).text() == "Y12000");
    CHECK(EdtfDate::of_month(2020, 3).text() == "2020-03");
    CHECK(EdtfDate::of_decade(1993).text() == "199X");
    const auto from = EdtfDate::of_year(1988), to = EdtfDate::of_year(1994);
    CHECK(EdtfDate::of_interval(from, to).text() == "1988/1994");
    CHECK(EdtfDate::of_interval({}, to).text() == "../1994");
    CHECK(EdtfDate::of_interval(from, {}).text() == "1988/..");
    CHECK(EdtfDate::of_interval(from, from).text() == "1988");
    CHECK(EdtfDate::of_interval(from, to).with_approximate().text() == "1988~/1994~");
    CHECK(EdtfDate::of_interval({}, to).with_approximate().text() == "../1994~");
    CHECK(from.with_uncertain().with_approximate().text() == "1988%");
    CHECK(EdtfDate::of_month(2020, 13).empty());
}

TEST_CASE("a date is described as people write it") {
    const auto words = [](std::string_view text) { return describe(*EdtfDate::parse(text)); };
    CHECK(words("2020-11") == "November 2020");
    CHECK(words("2023-08-31") == "31 August 2023");
    CHECK(words("1988/1994") == "1988 – 1994");
    CHECK(words("2020-10-21/2020-10-31") == "21 – 31 October 2020");
    CHECK(words("2020-09-27/2020-11-10") == "27 September – 10 November 2020");
    CHECK(words("2019-12-27/2020-01-10") == "27 December 2019 – 10 January 2020");
    CHECK(words("2020-09/2020-12") == "September – December 2020");
    CHECK(words("2020-09-27/2020-12") == "27 September 2020 – December 2020");
    CHECK(words("1992-05~/1992-07~") == "about May – July 1992");
    CHECK(words("199X") == "1990s");
    CHECK(words("18XX") == "19th century");
    CHECK(words("1993~") == "about 1993");
    CHECK(words("1991/..") == "since 1991");
    CHECK(words("../1994") == "until 1994");
    CHECK(words("-0499") == "500 BCE");
    CHECK(words("2001-23") == "Autumn 2001");
    CHECK(words("1993?") == "1993 (uncertain)");
    CHECK(describe({}) == "no date");
}

TEST_CASE("an interval may tell once what both its ends share") {
    CHECK(typed("21 - 31 October 2020") == "2020-10-21/2020-10-31");
    CHECK(typed("21–31 Oct 2020") == "2020-10-21/2020-10-31");
    CHECK(typed("October 21-31, 2020") == "2020-10-21/2020-10-31");
    CHECK(typed("from 27 September to 10 November 2020") == "2020-09-27/2020-11-10");
    CHECK(typed("Sept 27 – Nov 10, 2020") == "2020-09-27/2020-11-10");
    CHECK(typed("September - December 2020") == "2020-09/2020-12");
    CHECK(typed("December - March 2021") == "2020-12/2021-03");
    CHECK(typed("27 December - 10 January 2021") == "2020-12-27/2021-01-10");
    CHECK(typed("500 - 450 BCE") == "-0499/-0449");
    CHECK(typed("500 BCE - 450 BCE") == "-0499/-0449");
    CHECK(typed("50 BCE - 20") == "-0049/0020");
    CHECK(typed("1988 - 1994") == "1988/1994");
    CHECK(typed("March 1992 - 1994") == "1992-03/1994");
    CHECK(typed("1992 - March 1994") == "1992/1994-03");
    // What is described can be typed.
    for (const char* text : {"2020-10-21/2020-10-31", "2020-09-27/2020-11-10", "2019-12-27/2020-01-10",
                             "2020-09/2020-12", "1988/1994", "2020-09-27/2020-12", "-0499/-0449"})
        CHECK(typed(describe(*EdtfDate::parse(text))) == text);
}

TEST_CASE("a date is read as people type it") {
    CHECK(typed("1993") == "1993");
    CHECK(typed(" 2020-11 ") == "2020-11");
    CHECK(typed("Nov 2020") == "2020-11");
    CHECK(typed("12 Oct 2020") == "2020-10-12");
    CHECK(typed("October 12, 2020") == "2020-10-12");
    CHECK(typed("31st August 2023") == "2023-08-31");
    CHECK(typed("1988-1994") == "1988/1994");
    CHECK(typed("1988–1994") == "1988/1994");
    CHECK(typed("from Nov 2020 to 2023") == "2020-11/2023");
    CHECK(typed("since 1991") == "1991/..");
    CHECK(typed("early 1990s") == "1990~/1993~");
    CHECK(typed("1990s") == "199X");
    CHECK(typed("500 BCE") == "-0499");
    CHECK(typed("19th century") == "1801/1900");
    CHECK(typed("late 5th century BCE") == "-0433~/-0400~");
    CHECK(typed("12th of May 1994") == "1994-05-12");
    CHECK(typed("autumn 1993") == "1993-23");
    CHECK(typed("autumn of May 1993") == "error");
    CHECK(typed("0 century") == "error");
    CHECK(typed("1066") == "1066");
    CHECK(typed("circa 1920") == "1920~");
    CHECK(typed("30 Feb 2020") == "error");
    CHECK(typed("soon") == "error");
    CHECK(typed("") == "error");
}
