#include "render/snapshot/picture_bands.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap.hpp"
#include "render/furniture/comparison_layout.hpp"
#include "render/gl/offscreen_context.hpp"
#include "render/scene/style.hpp"
#include "render/snapshot/page_picture.hpp"
#include "render/snapshot/picture.hpp"
#include "test_paths.hpp"
#include "tests/render/ground_map.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;

namespace {

/// Keeps the rows in memory.
struct ImageSink : PictureSink {
    std::vector<std::uint8_t> rgba;
    bool finished = false;
    Result<void> add_rows(std::span<const std::uint8_t> rows) override {
        rgba.insert(rgba.end(), rows.begin(), rows.end());
        return {};
    }
    Result<void> finish() override {
        finished = true;
        return {};
    }
};

struct Difference {
    int most = 0;      ///< of one value of 0 to 255
    double share = 0;  ///< of the values that differ at all
};

Difference difference_of(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b) {
    Difference difference;
    std::size_t others = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (i % 4 == 3 || a[i] == b[i]) continue;
        difference.most = std::max(difference.most, std::abs(int(a[i]) - int(b[i])));
        ++others;
    }
    difference.share = static_cast<double>(others) / static_cast<double>(a.size());
    return difference;
}

}  // namespace

TEST_CASE("a picture drawn in tiles is the picture drawn at once, in every projection and style") {
    auto context = OffscreenContext::create();
    REQUIRE(context);
    REQUIRE(context->make_current());
    auto renderer = MapRenderer::create();
    REQUIRE(renderer);
    Scene scene;
    scene.events = test::all_sorts_of_events();
    if (const auto basemap = Basemap::open(asset_path("basemap.pack"))) scene.basemap = *basemap;
    test::GroundMap ground;
    ground.add_relief(ReliefStyle::both);
    ground.add_raster(0.7);
    scene.relief = ground.scene.relief;
    scene.layers = ground.scene.layers;
    scene.ground = ground.scene.ground;
    scene.furniture.title = "Tiles";
    scene.furniture.date_caption = "All dates";
    struct Map {
        GeoBox box;
        std::string crs, style;
    };
    for (const Map& map :
         {Map{{44, 38, 50, 42}, "", "light"}, Map{{46, 39.2, 47.4, 40.4}, "EPSG:3857", "mono"},
          Map{{-180, -60, 180, 84}, "", "dark"}, Map{{-20, 10, 110, 80}, "+proj=ortho +lat_0=40 +lon_0=46", "light"},
          Map{{-180, 60, 180, 90}, "", "mono"}, Map{{160, 40, -150, 72}, "", "light"}}) {
        CAPTURE(map.crs);
        CAPTURE(map.style);
        CAPTURE(map.box.west);
        scene.style = *load_style(CHRONOMAP_SOURCE_DIR "/assets/styles/" + map.style + ".json");
        const auto view = fit_view(map.box, 500, 330, 1.25, map.crs);
        REQUIRE(view);
        const auto whole = render_image(**renderer, scene, *view);
        REQUIRE(whole);
        // Sides that divide nothing, so that labels, symbols and lines lie across seams.
        for (const BandLimits limits : {BandLimits{197, 197 * 500}, BandLimits{8192, 500 * 61}}) {
            CAPTURE(limits.most_side_px);
            ImageSink sink;
            REQUIRE(draw_in_bands(**renderer, scene, *view, sink, {}, limits));
            REQUIRE(sink.rgba.size() == whole->rgba.size());
            const Difference difference = difference_of(sink.rgba, whole->rgba);
            // The driver interpolates from another origin: one value in some hundreds may be rounded the other way.
            CHECK(difference.most <= 2);
            CHECK(difference.share < 0.002);
        }
    }
    renderer->reset();
}

TEST_CASE("a sheet with two maps drawn in tiles is the sheet drawn at once") {
    auto context = OffscreenContext::create();
    REQUIRE(context);
    REQUIRE(context->make_current());
    auto renderer = MapRenderer::create();
    REQUIRE(renderer);
    Scene scene;
    scene.events = test::all_sorts_of_events();
    if (const auto basemap = Basemap::open(asset_path("basemap.pack"))) scene.basemap = *basemap;
    scene.furniture.title = "Two dates";
    Scene other = scene;
    other.time = {TimeMode::instant, span_of_year(1993)};
    other.furniture.date_caption = "1993";
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    const auto page = lay_out_comparison(scene, other, {701, 503, 1, {44, 38, 50, 42}, ""}, **fonts);
    REQUIRE(page);
    ImageSink whole;
    REQUIRE(draw_page_in_bands(**renderer, *page, whole, {}));
    CHECK(whole.rgba.size() == 701 * 503 * 4);
    for (const BandLimits limits : {BandLimits{197, 197 * 500}, BandLimits{8192, 701 * 61}}) {
        ImageSink sink;
        REQUIRE(draw_page_in_bands(**renderer, *page, sink, {}, limits));
        REQUIRE(sink.rgba.size() == whole.rgba.size());
        const Difference difference = difference_of(sink.rgba, whole.rgba);
        CHECK(difference.most <= 2);
        CHECK(difference.share < 0.002);
    }
    renderer->reset();
}

TEST_CASE("a picture that is stopped while it is drawn ends with that word") {
    auto context = OffscreenContext::create();
    REQUIRE(context);
    REQUIRE(context->make_current());
    auto renderer = MapRenderer::create();
    REQUIRE(renderer);
    const auto view = fit_view({44, 38, 50, 42}, 60, 400, 1);
    REQUIRE(view);
    ImageSink sink;
    int calls = 0;
    const auto drawn = draw_in_bands(**renderer, {}, *view, sink, [&](double) { return ++calls < 3; }, {8192, 60 * 50});
    REQUIRE(!drawn);
    CHECK(drawn.error().message == cancelled);
    CHECK(sink.rgba.size() == 2u * 60 * 50 * 4);
    renderer->reset();
}
