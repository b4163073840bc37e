#include "app/export/picture_size.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("a size in pixels is read and nonsense is not") {
    const auto size = picture_size_from("1920x1080");
    REQUIRE(size);
    CHECK(pixels_of(*size, 0)->width == 1920);
    CHECK(pixels_of(*size, 300)->height == 1080);
    CHECK(pixel_ratio_of(*size, 0) == 1);
    CHECK(pixel_ratio_of(*size, 192) == 2);
    for (const char* text : {"", "1920", "1920x", "x1080", "0x10", "-5x10", "100x100 ", "1e9x10", "40000x10", "10.5x20",
                             "7x100", "A9", "A4-sideways", "0x10mm", "nanxinfmm", "infx1mm"}) {
        CAPTURE(std::string(text));
        CHECK(!picture_size_from(text));
    }
    CHECK(picture_size_from("8x32768"));
}

TEST_CASE("paper has the pixels of its print, and text and lines grow with them") {
    const auto a4 = picture_size_from("A4");
    REQUIRE(a4);
    // ISO 216: 210 mm x 297 mm; 25.4 mm an inch.
    CHECK(pixels_of(*a4, 0)->width == 2480);
    CHECK(pixels_of(*a4, 0)->height == 3508);
    CHECK(pixels_of(*a4, 96)->width == 794);
    CHECK(pixel_ratio_of(*a4, 0) == doctest::Approx(300.0 / 96));
    CHECK(pixels_of(*picture_size_from("a3-landscape"), 300)->width == 4961);
    CHECK(pixels_of(*picture_size_from("100.5x50mm"), 254)->width == 1005);
    CHECK(!pixels_of(*picture_size_from("A0"), 1200));
    CHECK(!pixels_of(*picture_size_from("1x1mm"), 96));
}
