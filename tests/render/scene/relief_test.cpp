#include "render/scene/relief.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("shade is dark, light is white, level ground and the unknown are clear") {
    const Image image = shade_image({4, 1, {1, flat_shade, 255, 0}}, 0.5);
    REQUIRE(image.rgba.size() == 16);
    CHECK(image.rgba[0] < 100);
    CHECK(image.rgba[3] == 128);
    CHECK(image.rgba[7] == 0);
    CHECK(image.rgba[8] == 255);
    CHECK(image.rgba[11] > 80);
    CHECK(image.rgba[15] == 0);
}
