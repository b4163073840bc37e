#include "app/window/ground_job.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

#include "app/state/camera_moves.hpp"
#include "app/state/map_layers.hpp"
#include "geo/io/map_layer_file.hpp"
#include "tests/geo/io/small_raster.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;
using chronomap::test::SmallRaster;

namespace {

MapLayerPtr layer_of(const std::string& path) {
    std::vector<std::string> warnings;
    const auto layer = read_map_layer(path, warnings);
    REQUIRE_MESSAGE(layer, (layer ? "" : layer.error().text()));
    return *layer;
}

/// A window without a window.
struct Running {
    TemporaryFolder folder;
    AppState state;
    std::atomic<int> woken = 0;
    GroundJob job{[this] { ++woken; }};

    Running() {
        state.animate = false;
        set_map_size(state, 400, 300, 1);
        state.view = *fit_view({44, 38, 49, 42}, 400, 300, 1, "EPSG:3857", 0);
    }
    /// Frames until nothing more is drawn; how many brought something new.
    int settle() {
        int changes = 0;
        for (int i = 0; i < 2000; ++i) {
            changes += job.follow(state);
            if (!state.ground_drawing) return changes;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        FAIL("it is never done");
        return changes;
    }
    std::vector<GroundSheet> sheets() {
        return state.ground ? state.ground->sheets(scene_of(state), state.view) : std::vector<GroundSheet>{};
    }
    void pan(double dx_px) { state.view.centre_x += dx_px * state.view.metres_per_px; }
};

}  // namespace

TEST_CASE("a raster is drawn beside the window; a small move keeps its picture, a long one brings another") {
    Running window;
    SmallRaster().write(window.folder.file("plain.tif"));
    add_layer(window.state, layer_of(window.folder.file("plain.tif")));
    CHECK(window.sheets().empty());
    CHECK(window.settle() == 1);
    CHECK(window.woken == 1);
    REQUIRE(window.sheets().size() == 1);
    const GroundPicturePtr first = window.sheets()[0].picture;
    window.pan(60);
    CHECK(window.settle() == 0);
    CHECK(window.sheets()[0].picture == first);
    window.pan(200);
    CHECK(!window.job.follow(window.state));
    // Until the new one is there, the old one is shown, moved.
    CHECK(window.sheets()[0].picture == first);
    CHECK(window.settle() == 1);
    CHECK(window.sheets()[0].picture != first);
}

TEST_CASE("another opacity needs no reading, and a hidden layer is not drawn") {
    Running window;
    SmallRaster().write(window.folder.file("plain.tif"));
    add_layer(window.state, layer_of(window.folder.file("plain.tif")));
    window.settle();
    REQUIRE(set_layer_opacity(window.state, "plain", 0.5));
    CHECK(window.settle() == 0);
    REQUIRE(window.sheets().size() == 1);
    CHECK(window.sheets()[0].opacity == 0.5);
    REQUIRE(show_layer(window.state, "plain", false));
    CHECK(window.sheets().empty());
}

TEST_CASE("the slider shows the picture of its time only, and finds those it has shown before") {
    Running window;
    std::filesystem::create_directory(window.folder.path / "survey");
    for (const int year : {1993, 1994, 1995})
        SmallRaster().write((window.folder.path / "survey" / (std::to_string(year) + ".tif")).string());
    add_layer(window.state, layer_of((window.folder.path / "survey").string()));
    std::vector<GroundPicturePtr> pictures;
    for (const int year : {1993, 1994, 1995}) {
        window.state.time = {TimeMode::instant, span_of_year(year)};
        CHECK(window.sheets().empty());
        CHECK(window.settle() == 1);
        REQUIRE(window.sheets().size() == 1);
        pictures.push_back(window.sheets()[0].picture);
    }
    window.state.time = {TimeMode::instant, span_of_year(1993)};
    CHECK(window.settle() == 0);
    CHECK(window.sheets()[0].picture == pictures[0]);
    window.state.time = {TimeMode::instant, span_of_year(2010)};
    CHECK(window.sheets().empty());
}

TEST_CASE("a raster that breaks off is told once; a relief that does is let go") {
    Running window;
    SmallRaster raster;
    raster.width = raster.height = 300;
    raster.write(window.folder.file("cut.tif"));
    add_layer(window.state, layer_of(window.folder.file("cut.tif")));
    std::filesystem::resize_file(window.folder.file("cut.tif"), 100'000);
    window.settle();
    window.pan(300);
    window.settle();
    REQUIRE(window.state.messages.size() == 1);
    CHECK(window.state.messages[0].text.find("cut.tif") != std::string::npos);
    window.state.relief.path = window.folder.file("missing.tif");
    window.settle();
    CHECK(window.state.relief.path.empty());
    CHECK(window.state.messages.size() == 2);
}

TEST_CASE("a picture that nobody waits for any longer is given up without a word") {
    Running window;
    SmallRaster raster;
    raster.width = raster.height = 2000;
    raster.size = 0.0025;
    raster.write(window.folder.file("large.tif"));
    add_layer(window.state, layer_of(window.folder.file("large.tif")));
    CHECK(!window.job.follow(window.state));
    CHECK(window.state.ground_drawing);
    REQUIRE(show_layer(window.state, "large", false));
    window.settle();
    CHECK(window.sheets().empty());
    CHECK(window.state.messages.empty());
    REQUIRE(show_layer(window.state, "large", true));
    window.settle();
    CHECK(window.sheets().size() == 1);
}
