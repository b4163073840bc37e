#include <doctest/doctest.h>

#include "app/commands/command.hpp"
#include "app/state/camera_moves.hpp"
#include "app/state/map_layers.hpp"

using namespace chronomap;

namespace {

MapLayerPtr layer_named(const char* name, double lon) {
    auto layer = std::make_shared<MapLayer>();
    layer->id = std::string("/data/") + name + ".geojson";
    layer->name = name;
    LayerFeature feature;
    feature.parts = {{{lon, 40}, {lon + 1, 40}, {lon + 1, 41}, {lon, 40}}};
    layer->features.push_back(feature);
    return layer;
}

}  // namespace

TEST_CASE("layers are shown, hidden and closed by name, and the scene follows") {
    const CommandRegistry registry = all_commands();
    AppState state;
    set_map_size(state, 640, 400, 1);
    add_layer(state, layer_named("front", 46));
    add_layer(state, layer_named("claims", 47));
    CHECK(scene_of(state).layers.size() == 2);
    REQUIRE(registry.run(state, {"layer.show", {"front", "off"}}));
    REQUIRE(scene_of(state).layers.size() == 1);
    CHECK(scene_of(state).layers[0]->name == "claims");
    CHECK(!registry.run(state, {"layer.show", {"front", "perhaps"}}));
    CHECK(!registry.run(state, {"layer.remove", {"nothing"}}));
    REQUIRE(registry.run(state, {"layer.remove", {"claims"}}));
    CHECK(state.layers.size() == 1);
    CHECK(!registry.run(state, {"layer.opacity", {"front", "0.5"}}));  // it has no raster
    auto scan = std::make_shared<MapLayer>(*layer_named("scan", 48));
    scan->rasters = {std::make_shared<LayerRaster>()};
    add_layer(state, scan);
    REQUIRE(registry.run(state, {"layer.opacity", {"scan", "0.25"}}));
    CHECK(state.layers.back().layer->opacity == 0.25);
    CHECK(state.layers.back().layer->rasters == scan->rasters);
    CHECK(!registry.run(state, {"layer.opacity", {"scan", "2"}}));
    REQUIRE(registry.run(state, {"relief.style", {"tint"}}));
    CHECK(state.relief.style == ReliefStyle::tint);
    CHECK(!registry.run(state, {"relief.style", {"dots"}}));
    REQUIRE(registry.run(state, {"layer.add", {"front.geojson"}}));
    CHECK(state.requests.layers == std::vector<std::string>{"front.geojson"});
}

TEST_CASE("a layer opened again takes its own place, and without events the map shows it") {
    AppState state;
    set_map_size(state, 640, 400, 1);
    const double world = state.view.metres_per_px;
    add_layer(state, layer_named("front", 46));
    add_layer(state, layer_named("front", 46));
    CHECK(state.layers.size() == 1);
    state.animate = false;
    CHECK(target_view(state).metres_per_px < world / 10);
}
