#include "geo/spatial/hillshade.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace chronomap;

namespace {

/// 5 x 5 pixels of 100 m on a plane that rises by `east` and `north` metres for each metre.
ElevationGrid plane(double east, double north) {
    ElevationGrid grid{5, 5, 100, {}};
    for (int y = 0; y < 5; ++y)
        for (int x = 0; x < 5; ++x) grid.metres.push_back(static_cast<float>(100 * (east * x - north * y)));
    return grid;
}
int shade_amid(const ElevationGrid& grid, double exaggeration = 1) {
    return hillshade(grid, exaggeration).shade[12];
}

}  // namespace

TEST_CASE("level ground has the flat shade") {
    for (const int shade : hillshade(plane(0, 0), 1).shade) CHECK(shade == flat_shade);
}

TEST_CASE("slopes of 45 degrees have the brightness of the four lights weighted by hand") {
    // Rising to the east: lights of 225 and 315 degrees give 0.8536 (weight 1/2 each), 360 gives 0.5 (1), 270 has none.
    CHECK(shade_amid(plane(1, 0)) == 173);
    CHECK(shade_amid(plane(-1, 0)) == 83);
    CHECK(shade_amid(plane(0, -1)) == 128);
    CHECK(shade_amid(plane(0.5, 0), 2) == 173);
}

TEST_CASE("unknown pixels stay unknown and do not darken their neighbours") {
    ElevationGrid grid = plane(0, 0);
    grid.metres[12] = std::numeric_limits<float>::quiet_NaN();
    const ShadeGrid shades = hillshade(grid, 1);
    CHECK(shades.shade[12] == 0);
    CHECK(shades.shade[11] == flat_shade);
}

TEST_CASE("heights are true to scale in small pixels and exaggerated in large ones") {
    CHECK(relief_exaggeration(30) == 1);
    CHECK(relief_exaggeration(100) == 1);
    CHECK(relief_exaggeration(10000) == doctest::Approx(10));
}
