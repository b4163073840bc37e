#include "render/scene/ground.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "geo/io/map_layer_file.hpp"
#include "render/snapshot/offscreen_renderer.hpp"
#include "tests/geo/io/small_raster.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;
using chronomap::test::SmallRaster;

namespace {

const View around_karabakh{"EPSG:3857", 5'200'000, 4'850'000, 500, 200, 120, 1};

/// Heights from 0 in the west to 250 m in the middle and back: a ridge from north to south.
std::string write_ridge(const TemporaryFolder& folder) {
    SmallRaster ridge{240, 160, 5'140'000, 4'890'000, 500, 3857, {GCI_GrayIndex}, GDT_Int16};
    ridge.value = [](double x, double, std::size_t) { return std::max(0.0, 250 - std::abs(x - 5'200'000) / 50); };
    ridge.write(folder.file("ridge.tif"));
    return folder.file("ridge.tif");
}

GroundWish relief_of(const std::string& path) {
    return {nullptr, 1, 1, {path, ReliefStyle::hillshade}, nullptr};
}

MapLayerPtr layer_of(const std::string& path) {
    std::vector<std::string> warnings;
    const auto layer = read_map_layer(path, warnings);
    REQUIRE_MESSAGE(layer, (layer ? "" : layer.error().text()));
    return *layer;
}

/// A scene with nothing but a layer, and what its reader told.
struct LayerScene {
    Scene scene;
    std::vector<Error> errors;
    explicit LayerScene(MapLayerPtr layer) {
        scene.layers = {std::move(layer)};
        scene.ground = std::make_shared<GroundReader>([this](const Error& error) { errors.push_back(error); });
    }
};

const std::uint8_t* pixel(const Image& image, int x, int y) {
    return &image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                            static_cast<std::size_t>(x))];
}

}  // namespace

TEST_CASE("a ridge is light on one side, dark on the other, and there is none where nothing is known") {
    const TemporaryFolder folder;
    const std::string path = write_ridge(folder);
    const auto relief = draw_ground(relief_of(path), around_karabakh);
    REQUIRE_MESSAGE(relief, (relief ? "" : relief.error().text()));
    REQUIRE(relief->size() == 1);
    CHECK(relief->front()->place == GroundPlace::land);
    const Image& image = relief->front()->image;
    CHECK(image.width == 200);
    CHECK(image.height == 120);
    // The lights come from the west and the north: the slope to the east lies in shadow.
    CHECK(pixel(image, 88, 60)[0] == 255);
    CHECK(pixel(image, 112, 60)[0] < 100);
    CHECK(pixel(image, 112, 60)[3] > 0);
    View far = around_karabakh;
    far.centre_x = 0;
    const auto nothing = draw_ground(relief_of(path), far);
    REQUIRE(nothing);
    const std::vector<std::uint8_t>& rgba = nothing->front()->image.rgba;
    for (std::size_t i = 3; i < rgba.size(); i += 4) REQUIRE(rgba[i] == 0);
}

TEST_CASE("pictures of the ground stay small in huge pictures and lie where they lie in small ones") {
    const TemporaryFolder folder;
    View huge = around_karabakh;
    huge.width_px = 32'000;
    huge.height_px = 19'200;
    huge.metres_per_px = around_karabakh.metres_per_px * 200 / huge.width_px;
    const auto relief = draw_ground(relief_of(write_ridge(folder)), huge);
    REQUIRE(relief);
    CHECK(relief->front()->image.width <= 2048);
    CHECK(box_on(huge, relief->front()->view).right == doctest::Approx(32'000).epsilon(0.001));

    SmallRaster raster{100, 60, 5'150'000, 4'880'000, 1000, 3857};
    raster.write(folder.file("plain.tif"));
    const auto whole = draw_ground({layer_of(folder.file("plain.tif"))->rasters[0], 1, 1, {}, nullptr}, huge);
    REQUIRE(whole);
    const Image& image = whole->front()->image;
    CHECK(static_cast<double>(image.width) * image.height < 17.5e6);
    CHECK(pixel(image, image.width / 2, image.height / 2)[3] == 255);
    const PixelBox box = box_on(huge, whole->front()->view);
    CHECK(box.left > -10);
    CHECK(box.right <= 32'010);
}

TEST_CASE("a raster lies on the map to the pixel, below lines, and lets through what its layer's opacity says") {
    const TemporaryFolder folder;
    SmallRaster raster{80, 60, 5'160'000, 4'880'000, 1000, 3857};
    raster.write(folder.file("plain.tif"));
    LayerScene with(layer_of(folder.file("plain.tif")));
    OffscreenRenderer renderer;
    const Image image = *renderer.render(with.scene, around_karabakh);
    CHECK(with.errors.empty());
    // From 40000 m left of the middle to 40000 m right of it, at 500 m a pixel; from 30000 m above to 30000 below.
    CHECK(pixel(image, 22, 30)[0] == 100);
    CHECK(pixel(image, 178, 30)[0] == 100);
    CHECK(pixel(image, 18, 30)[0] != 100);
    CHECK(pixel(image, 182, 30)[0] != 100);
    const std::uint8_t below = pixel(image, 10, 30)[0];
    auto half = std::make_shared<MapLayer>(*with.scene.layers[0]);
    half->opacity = 0.5;
    LayerScene pale(half);
    CHECK(pixel(*renderer.render(pale.scene, around_karabakh), 60, 30)[0] ==
          doctest::Approx((100 + below) / 2).epsilon(0.02));
}

TEST_CASE("a folder of rasters is one layer over time") {
    const TemporaryFolder folder;
    SmallRaster raster{80, 60, 5'160'000, 4'880'000, 1000, 3857};
    std::filesystem::create_directories(folder.path / "survey");
    for (const int year : {1993, 1994, 1995}) {
        raster.value = [year](double, double, std::size_t) { return (year - 1990) * 30; };
        raster.write((folder.path / "survey" / ("scan_" + std::to_string(year) + ".tif")).string());
    }
    LayerScene with(layer_of((folder.path / "survey").string()));
    CHECK(with.scene.layers[0]->name == "survey");
    CHECK(with.scene.layers[0]->rasters.size() == 3);
    OffscreenRenderer renderer;
    const auto seen_in = [&](int year) {
        with.scene.time = {TimeMode::instant, span_of_year(year)};
        return int(pixel(*renderer.render(with.scene, around_karabakh), 60, 30)[0]);
    };
    CHECK(seen_in(1993) == 90);
    CHECK(seen_in(1995) == 150);
    CHECK(seen_in(1994) == 120);
    const int nothing = seen_in(1980);
    CHECK(nothing != 90);
    CHECK(seen_in(2001) == nothing);
    // Of all that lie on one box the last is seen, and only it is read.
    with.scene.time = {};
    REQUIRE(ground_wishes(with.scene).size() == 1);
    CHECK(ground_wishes(with.scene)[0].raster == with.scene.layers[0]->rasters[2]);
}

TEST_CASE("a raster that breaks off is told once and the rest is drawn") {
    const TemporaryFolder folder;
    SmallRaster raster{800, 600, 5'160'000, 4'880'000, 100, 3857};
    raster.write(folder.file("cut.tif"));
    LayerScene with(layer_of(folder.file("cut.tif")));
    std::filesystem::resize_file(folder.file("cut.tif"), 300'000);
    OffscreenRenderer renderer;
    REQUIRE(renderer.render(with.scene, around_karabakh));
    View other = around_karabakh;
    other.centre_x += 5000;
    REQUIRE(renderer.render(with.scene, other));
    REQUIRE(with.errors.size() == 1);
    CHECK(with.errors[0].file == folder.file("cut.tif"));
}
