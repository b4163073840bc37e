#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <memory>

#include "geo/io/basemap_writer.hpp"
#include "geo/io/map_layer_file.hpp"
#include "render/scene/ground.hpp"
#include "render/scene/style.hpp"
#include "tests/geo/io/small_raster.hpp"
#include "tests/render/scenes.hpp"
#include "tests/render/temporary_folder.hpp"

namespace chronomap::test {

/// A scene of a coast with a lake, a river and a border, between 44 and 50 E, 38 and 42 N, and what can be laid on it.
struct GroundMap {
    TemporaryFolder folder;
    Scene scene;
    View view = *fit_view({44, 38, 50, 42}, 360, 270, 1, {}, 0);

    GroundMap() {
        BasemapContent content;
        const auto add = [&](BasemapLayer layer, std::vector<LonLat> part) {
            BasemapInput input;
            input.parts = {std::move(part)};
            content.layer(layer).push_back(std::move(input));
        };
        std::vector<LonLat> coast{{40, 34}, {40, 46}};
        for (double lat = 46; lat >= 34; lat -= 0.1) coast.push_back({48.3 + 0.4 * std::sin(lat * 3), lat});
        coast.push_back({40, 34});
        add(BasemapLayer::land, coast);
        add(BasemapLayer::lakes, {{45, 40}, {45.2, 40.5}, {45.6, 40.4}, {45.5, 40}, {45, 40}});
        add(BasemapLayer::rivers, {{44, 41}, {46, 40.8}, {47, 39.6}, {48.5, 39.3}});
        add(BasemapLayer::country_lines, {{46.4, 42.5}, {46.1, 40}, {46.6, 37.5}});
        REQUIRE(write_basemap(content, folder.file("basemap.pack")));
        const auto basemap = Basemap::open(folder.file("basemap.pack"));
        REQUIRE(basemap);
        scene.basemap = *basemap;
        scene.style = std::make_shared<const Style>();
        scene.ground = std::make_shared<GroundReader>([](const Error& error) { FAIL_CHECK(error.text()); });
        scene.events = event_set({});
        scene.furniture.settings.of(FurnitureBlock::scale_bar) = FurniturePlace::off;
        scene.furniture.sources_line = false;
    }

    /// Two ranges with a plain between them, 3500 m high and more, and a sea that is 2500 m deep.
    void add_relief(ReliefStyle style) {
        SmallRaster heights{600, 400, 44, 42, 0.01, 4326, {GCI_GrayIndex}, GDT_Int16};
        heights.value = [](double x, double y, std::size_t) {
            const double ranges = 3800 * std::exp(-std::pow(y - 41.3 + 0.2 * (x - 46), 2) * 6) +
                                  3000 * std::exp(-std::pow(y - 38.8 - 0.2 * (x - 46), 2) * 8);
            const double ridges = 1 + 0.25 * std::sin(x * 18 + y * 7) * std::sin(y * 23);
            const double land = std::max(0.0, 48.3 - x) / (std::max(0.0, 48.3 - x) + 0.5);
            return ranges * ridges * land - 2500 * std::clamp((x - 48.3) / 1.2, 0.0, 1.0) + 40;
        };
        heights.write(folder.file("heights.tif"));
        scene.relief = {folder.file("heights.tif"), style};
    }

    /// Coloured squares of half a degree over a part of the land and the sea, with a hole.
    void add_raster(double opacity) {
        SmallRaster squares{200, 140, 45.5, 41, 0.02, 4326};
        squares.no_data = 0;
        squares.value = [](double x, double y, std::size_t band) {
            if (std::hypot(x - 47.3, y - 39.8) < 0.3) return 0;
            const int number = static_cast<int>(std::floor(x * 2)) * 3 + static_cast<int>(std::floor(y * 2)) * 5;
            return 60 + (number * 47 + static_cast<int>(band) * 71) % 190;
        };
        squares.write(folder.file("squares.tif"));
        std::vector<std::string> warnings;
        const auto layer = read_map_layer(folder.file("squares.tif"), warnings);
        REQUIRE(layer);
        scene.layers = {with_opacity(**layer, opacity)};
    }
};

}  // namespace chronomap::test
