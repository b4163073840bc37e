#include "geo/events/lasso.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("a lasso holds what lies inside its line") {
    const std::vector<LonLat> triangle{{40, 35}, {50, 35}, {45, 45}};
    CHECK(lies_in_lasso(triangle, {45, 38}));
    CHECK_FALSE(lies_in_lasso(triangle, {41, 44}));
    CHECK_FALSE(lies_in_lasso(triangle, {45, 34}));
    CHECK_FALSE(lies_in_lasso(triangle, {-135, 38}));
    CHECK_FALSE(lies_in_lasso({{40, 35}, {50, 35}}, {45, 35}));
}

TEST_CASE("a dent of a lasso is outside, and so is what it goes around twice") {
    const std::vector<LonLat> horseshoe{{0, 0}, {9, 0}, {9, 9}, {6, 9}, {6, 3}, {3, 3}, {3, 9}, {0, 9}};
    CHECK(lies_in_lasso(horseshoe, {1, 8}));
    CHECK(lies_in_lasso(horseshoe, {8, 8}));
    CHECK_FALSE(lies_in_lasso(horseshoe, {4.5, 8}));
    const std::vector<LonLat> star{{0, 10}, {6, -8}, {-9.5, 3}, {9.5, 3}, {-6, -8}};
    CHECK_FALSE(lies_in_lasso(star, {0, 0}));
    CHECK(lies_in_lasso(star, {0, 7}));
}

TEST_CASE("a lasso may cross the antimeridian") {
    const std::vector<LonLat> fiji{{175, -20}, {-175, -20}, {-175, -10}, {175, -10}};
    CHECK(lies_in_lasso(fiji, {178, -17}));
    CHECK(lies_in_lasso(fiji, {-178, -17}));
    CHECK(lies_in_lasso(fiji, {180, -17}));
    CHECK(lies_in_lasso(fiji, {-180, -17}));
    CHECK_FALSE(lies_in_lasso(fiji, {170, -17}));
    CHECK_FALSE(lies_in_lasso(fiji, {0, -17}));
}

TEST_CASE("a lasso around a pole holds the pole") {
    const std::vector<LonLat> arctic{{0, 66}, {90, 66}, {180, 66}, {-90, 66}},
        antarctic{{0, -60}, {-90, -60}, {180, -60}, {90, -60}};
    CHECK(lies_in_lasso(arctic, {20, 80}));
    CHECK(lies_in_lasso(arctic, {-170, 89}));
    CHECK_FALSE(lies_in_lasso(arctic, {20, 50}));
    CHECK(lies_in_lasso(antarctic, {20, -80}));
    CHECK_FALSE(lies_in_lasso(antarctic, {20, 80}));
}
