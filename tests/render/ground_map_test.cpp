#include "tests/render/ground_map.hpp"

#include "render/furniture/legend_rows.hpp"
#include "render/snapshot/offscreen_renderer.hpp"
#include "test_paths.hpp"
#include "tests/render/baseline.hpp"

using namespace chronomap;
using namespace chronomap::test;

TEST_CASE("heights of land and sea look as they did in every style") {
    OffscreenRenderer renderer;
    for (const std::string name : {"light", "dark", "mono"}) {
        GroundMap map;
        map.scene.style = *load_style(CHRONOMAP_SOURCE_DIR "/assets/styles/" + name + ".json");
        map.add_relief(ReliefStyle::both);
        check_baseline(*renderer.render(map.scene, map.view), "relief_" + name);
        if (name != "mono") continue;
        // Rasters are grey there too.
        map.add_raster(0.8);
        const Image image = *renderer.render(map.scene, map.view);
        for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
            REQUIRE(image.rgba[i] == image.rgba[i + 1]);
            REQUIRE(image.rgba[i] == image.rgba[i + 2]);
        }
    }
}

TEST_CASE("the legend has a ramp of the heights that are coloured, from the top") {
    GroundMap map;
    const auto ramp = [&] {
        std::vector<LegendRow> rows = legend_rows(map.scene, map.view, *map.scene.style, {});
        std::erase_if(rows, [](const LegendRow& row) { return row.key != LegendKey::height; });
        return rows;
    };
    CHECK(ramp().empty());
    map.add_relief(ReliefStyle::hillshade);
    CHECK(ramp().empty());
    map.scene.relief.style = ReliefStyle::tint;
    const std::vector<LegendRow> rows = ramp();
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].words == "4000 m above the sea");
    CHECK(rows[3].words == "0 m");
    CHECK(rows[3].colour == colour_at_height(map.scene.style->heights, 0));
}

TEST_CASE("shading alone leaves the sea as it is, colours alone have no shadows") {
    OffscreenRenderer renderer;
    GroundMap map;
    map.scene.furniture.settings.of(FurnitureBlock::legend) = FurniturePlace::off;
    const Image plain = *renderer.render(map.scene, map.view);
    const auto differs = [&](const Image& image, int left, int right) {
        std::size_t count = 0;
        for (int y = 0; y < image.height; ++y)
            for (int x = left; x < right; ++x)
                for (int c = 0; c < 3; ++c)
                    count += image.rgba[4 * (static_cast<std::size_t>(y) * image.width + x) + c] !=
                             plain.rgba[4 * (static_cast<std::size_t>(y) * image.width + x) + c];
        return static_cast<double>(count) / (3.0 * image.height * (right - left));
    };
    map.add_relief(ReliefStyle::hillshade);
    const Image shaded = *renderer.render(map.scene, map.view);
    CHECK(differs(shaded, 315, 360) == 0);
    CHECK(differs(shaded, 30, 150) > 0.2);
    map.scene.relief.style = ReliefStyle::tint;
    const Image tinted = *renderer.render(map.scene, map.view);
    CHECK(differs(tinted, 322, 336) > 0.8);
    CHECK(differs(tinted, 30, 150) > 0.8);
    check_baseline(tinted, "relief_tint");
}

TEST_CASE("a raster over land, sea and lake looks as it did, with lines and names above it") {
    GroundMap map;
    map.add_raster(0.75);
    const auto image = OffscreenRenderer().render(map.scene, map.view);
    REQUIRE(image);
    check_baseline(*image, "raster_layer");
}

TEST_CASE("rasters and heights look as they did on a globe and around the pole") {
    OffscreenRenderer renderer;
    GroundMap map;
    map.scene.furniture.settings.of(FurnitureBlock::legend) = FurniturePlace::off;
    map.add_relief(ReliefStyle::both);
    map.add_raster(1);
    const auto globe = fit_view({40, 34, 54, 46}, 240, 240, 1, "+proj=ortho +lat_0=42 +lon_0=20", 0);
    REQUIRE(globe);
    check_baseline(*renderer.render(map.scene, *globe), "ground_globe");
    const auto polar = fit_view({40, 36, 52, 44}, 240, 240, 1, "+proj=laea +lat_0=90 +lon_0=90", 0);
    REQUIRE(polar);
    check_baseline(*renderer.render(map.scene, *polar), "ground_polar");
}
