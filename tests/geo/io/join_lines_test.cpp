#include "geo/io/join_lines.hpp"

#include <cmath>

#include <doctest/doctest.h>

using chronomap::join_lines;
using Lines = std::vector<std::vector<chronomap::LonLat>>;

TEST_CASE("lines that meet end to end become one, whichever way they run") {
    const auto joined = join_lines({{{0, 0}, {1, 0}}, {{2, 0}, {1, 0}}, {{2, 0}, {3, 0}}, {{-1, 0}, {0, 0}}});
    REQUIRE(joined.size() == 1);
    CHECK(joined[0].size() == 5);
    for (std::size_t i = 1; i < joined[0].size(); ++i)
        CHECK(std::abs(joined[0][i].lon - joined[0][i - 1].lon) == doctest::Approx(1));
}

TEST_CASE("lines stay apart where three meet, and a closed line stays closed") {
    CHECK(join_lines({{{0, 0}, {1, 0}}, {{1, 0}, {2, 1}}, {{1, 0}, {2, -1}}}).size() == 3);
    const Lines ring = {{{0, 0}, {1, 0}, {1, 1}, {0, 0}}};
    CHECK(join_lines(ring) == ring);
    const auto two_halves = join_lines({{{0, 0}, {1, 0}, {1, 1}}, {{1, 1}, {0, 1}, {0, 0}}});
    REQUIRE(two_halves.size() == 1);
    CHECK(two_halves[0].front() == two_halves[0].back());
    CHECK(two_halves[0].size() == 5);
}
