#include "render/scene/relief.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

using namespace chronomap;

namespace {

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

Style with_ramps() {
    Style style;
    style.heights = {{0, {0, 1, 0}}, {1000, {1, 0, 0}}};
    style.depths = {{-1000, {0, 0, 0}}, {0, {0, 0, 1}}};
    return style;
}

}  // namespace

TEST_CASE("shade is dark, light is white, level ground and the unknown are clear") {
    Style style;
    style.relief = 0.5f;
    const Image image = shade_image({4, 1, {1, flat_shade, 255, 0}}, style);
    REQUIRE(image.rgba.size() == 16);
    CHECK(image.rgba[0] < 100);
    CHECK(image.rgba[3] == 128);
    CHECK(image.rgba[7] == 0);
    CHECK(image.rgba[8] == 255);
    CHECK(image.rgba[11] > 80);
    CHECK(image.rgba[15] == 0);
}

TEST_CASE("heights take the colours of the style's ramp, mixed between and kept beyond") {
    const Image image = tint_image({5, 1, 1000, {0, 500, 1000, 4000, unknown}}, with_ramps());
    const std::vector<std::uint8_t> wanted{0, 255, 0,   255, 128, 128, 0, 255, 255, 0,
                                           0, 255, 255, 0,   0,   255, 0, 0,   0,   0};
    CHECK(image.rgba == wanted);
}

TEST_CASE("only what lies below the sea has a colour of depth, and shallow water little of it") {
    const Image image = depth_image({5, 1, 1000, {10, 0, -6, -1000, unknown}}, with_ramps());
    CHECK(image.rgba[3] == 0);
    CHECK(image.rgba[7] == 0);
    CHECK(image.rgba[11] == doctest::Approx(25).epsilon(0.1));
    CHECK(image.rgba[12 + 2] == 0);
    CHECK(image.rgba[12 + 3] == 255);
    CHECK(image.rgba[19] == 0);
}

TEST_CASE("one picture over another covers it by its alpha") {
    const Image above{3, 1, {255, 0, 0, 255, 255, 0, 0, 0, 255, 255, 255, 128}};
    const Image both = laid_over(above, {3, 1, {0, 0, 200, 255, 0, 0, 200, 255, 0, 0, 0, 0}});
    CHECK(both.rgba == std::vector<std::uint8_t>{255, 0, 0, 255, 0, 0, 200, 255, 255, 255, 255, 128});
}
