#include "app/export/comparison_export.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("two dates are read as they are typed") {
    const auto years = compared_dates_from("1993,2020");
    REQUIRE(years);
    CHECK((*years)[0].text() == "1993");
    CHECK((*years)[1].text() == "2020");
    const auto days = compared_dates_from("Nov 2020, 1988/1994");
    REQUIRE(days);
    CHECK((*days)[0].text() == "2020-11");
    CHECK((*days)[1].text() == "1988/1994");
}

TEST_CASE("anything but two dates that differ is refused") {
    for (const char* text : {"1993", "1993,", ",1993", "1993,1994,1995", "1993,someday", "1993,1993", ""}) {
        CAPTURE(std::string(text));
        CHECK(!compared_dates_from(text));
    }
}
