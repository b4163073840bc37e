#include "render/snapshot/picture_bands.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap.hpp"
#include "render/gl/offscreen_context.hpp"
#include "render/snapshot/picture.hpp"
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

}  // namespace

TEST_CASE("a picture drawn in tiles is the picture drawn at once") {
    auto context = OffscreenContext::create();
    REQUIRE(context);
    REQUIRE(context->make_current());
    auto renderer = MapRenderer::create();
    REQUIRE(renderer);
    Scene scene;
    scene.events = test::all_sorts_of_events();
    if (const auto basemap = Basemap::open(asset_path("basemap.pack"))) scene.basemap = *basemap;
    scene.furniture.title = "Tiles";
    scene.furniture.date_caption = "All dates";
    const auto view = fit_view({44, 38, 50, 42}, 700, 450, 1.5);
    REQUIRE(view);
    const auto whole = render_image(**renderer, scene, *view);
    REQUIRE(whole);
    // Sides that divide nothing, so that labels, symbols and lines lie across seams.
    for (const BandLimits limits : {BandLimits{97, 97 * 700}, BandLimits{8192, 700 * 31}, BandLimits{211, 700}}) {
        CAPTURE(limits.most_side_px);
        ImageSink sink;
        REQUIRE(draw_in_bands(**renderer, scene, *view, sink, {}, limits));
        REQUIRE(sink.rgba.size() == whole->rgba.size());
        // The driver interpolates from another origin: of 10,000 channels of pixels one may be rounded the other way.
        std::size_t other = 0;
        int most = 0;
        for (std::size_t i = 0; i < sink.rgba.size(); ++i) {
            if (i % 4 == 3) continue;
            const int difference = std::abs(int(sink.rgba[i]) - int(whole->rgba[i]));
            most = std::max(most, difference);
            if (difference > 0) ++other;
        }
        CHECK(most <= 1);
        CHECK(static_cast<double>(other) / static_cast<double>(sink.rgba.size()) < 0.0002);
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
