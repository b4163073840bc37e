#include "render/scene/relief.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "geo/io/geotiff_file.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;

namespace {

const View around_karabakh{"EPSG:3857", 5'200'000, 4'850'000, 500, 200, 120, 1};

/// Heights from 0 in the west to 250 m in the middle and back: a ridge from north to south, in the first band.
std::string write_ridge(const TemporaryFolder& folder) {
    const std::string path = folder.file("ridge.tif");
    constexpr int width = 240, height = 160;
    auto tiff = GeotiffFile::create(path, width, height, {"EPSG:3857", 5'140'000, 4'890'000, 500}, {});
    REQUIRE(tiff);
    std::vector<std::uint8_t> row;
    for (int x = 0; x < width; ++x) {
        const auto metres = static_cast<std::uint8_t>(std::max(0, 250 - 10 * std::abs(x - width / 2)));
        row.insert(row.end(), {metres, 0, 0, 255});
    }
    for (int y = 0; y < height; ++y) REQUIRE(tiff->add_rows(row));
    REQUIRE(tiff->finish());
    return path;
}

}  // namespace

TEST_CASE("a ridge is light on one side, dark on the other, and clear where nothing is known") {
    const TemporaryFolder folder;
    const auto relief = make_relief(write_ridge(folder), around_karabakh, 0);
    REQUIRE_MESSAGE(relief, (relief ? "" : relief.error().text()));
    const Image& image = (*relief)->image;
    CHECK(image.width == 200);
    CHECK(image.height == 120);
    const auto pixel = [&](int x, int y) { return &image.rgba[4 * (static_cast<std::size_t>(y) * image.width + x)]; };
    // The lights come from the west and the north: the slope to the east lies in shadow.
    CHECK(pixel(88, 60)[0] == 255);
    CHECK(pixel(112, 60)[0] < 100);
    CHECK(pixel(112, 60)[3] > 0);
    CHECK((*relief)->source == "Relief: file ridge.tif");
    View far = around_karabakh;
    far.centre_x = 0;
    const auto nothing = make_relief(folder.file("ridge.tif"), far, 0);
    REQUIRE(nothing);
    for (std::size_t i = 3; i < (*nothing)->image.rgba.size(); i += 4) REQUIRE((*nothing)->image.rgba[i] == 0);
}

TEST_CASE("a relief serves views that it covers at about its scale") {
    const TemporaryFolder folder;
    const auto relief = make_relief(write_ridge(folder), around_karabakh, 0.25);
    REQUIRE(relief);
    CHECK(serves(**relief, around_karabakh));
    View moved = around_karabakh;
    moved.centre_x += 40 * moved.metres_per_px;
    CHECK(serves(**relief, moved));
    moved.centre_x += 40 * moved.metres_per_px;
    CHECK(!serves(**relief, moved));
    View closer = around_karabakh;
    closer.metres_per_px /= 2;
    CHECK(!serves(**relief, closer));
    View other = around_karabakh;
    other.crs = "EPSG:32638";
    CHECK(!serves(**relief, other));
    const PixelBox box = box_on(around_karabakh, (*relief)->view);
    CHECK(box.left == doctest::Approx(-50));
    CHECK(box.bottom == doctest::Approx(150));
}

TEST_CASE("a huge picture's relief stays small, and what is no raster is an error") {
    const TemporaryFolder folder;
    View huge = around_karabakh;
    huge.width_px = 20000;
    huge.height_px = 12000;
    huge.metres_per_px = 5;
    const auto relief = make_relief(write_ridge(folder), huge, 0);
    REQUIRE(relief);
    CHECK((*relief)->image.width <= 2048);
    CHECK(box_on(huge, (*relief)->view).right == doctest::Approx(20000).epsilon(0.001));
    CHECK(!make_relief(folder.file("missing.tif"), huge, 0));
}
