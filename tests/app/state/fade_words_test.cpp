#include "app/state/fade_words.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("the time over which events fade is told in days, months or years") {
    CHECK(fade_days_from("off").value_or(-1) == 0);
    CHECK(fade_days_from("90").value_or(-1) == 90);
    CHECK(fade_days_from("5 years").value_or(-1) == 1826);
    CHECK(fade_days_from("a month").value_or(-1) == 30);
    CHECK(fade_days_from("0.5 year").value_or(-1) == 183);
    for (const char* words : {"", "0", "-3 days", "5 moons", "5 years ago", "long", "nan", "1e9 years"})
        CHECK_MESSAGE(fade_days_from(words).value_or(-1) == -1, words);
}
