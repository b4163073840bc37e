#include "geo/base/result.hpp"

#include <doctest/doctest.h>

TEST_CASE("an error's text names file, line and remedy, and leaves out what is not known") {
    CHECK(chronomap::Error{"broken", "a.txt", 3, "mend it"}.text() == "a.txt:3: broken (mend it)");
    CHECK(chronomap::Error{"broken"}.text() == "broken");
}
