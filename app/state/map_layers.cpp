#include "app/state/map_layers.hpp"

#include <algorithm>

#include "app/state/camera_moves.hpp"

namespace chronomap {
namespace {

Result<std::vector<ShownLayer>::iterator> find_layer(AppState& state, std::string_view name) {
    const auto found = std::ranges::find_if(
        state.layers, [&](const ShownLayer& each) { return each.layer->name == name || each.layer->id == name; });
    if (found != state.layers.end()) return found;
    std::string known;
    for (const ShownLayer& each : state.layers) known += (known.empty() ? "" : ", ") + each.layer->name;
    return fail("no layer \"" + std::string(name) + "\" is open", {}, 0, known.empty() ? "none is" : "open: " + known);
}

}  // namespace

void add_layer(AppState& state, MapLayerPtr layer) {
    const auto same =
        std::ranges::find_if(state.layers, [&](const ShownLayer& each) { return each.layer->id == layer->id; });
    if (same != state.layers.end())
        *same = {std::move(layer), true};
    else
        state.layers.push_back({std::move(layer), true});
    if (state.store.current()->events.empty()) (void)fit(state, FitTo::all);
}

Result<void> remove_layer(AppState& state, std::string_view name) {
    const auto found = find_layer(state, name);
    if (!found) return tl::unexpected(found.error());
    state.layers.erase(*found);
    return {};
}

Result<void> set_layer_opacity(AppState& state, std::string_view name, double opacity) {
    const auto found = find_layer(state, name);
    if (!found) return tl::unexpected(found.error());
    const MapLayer& layer = *(*found)->layer;
    if (layer.rasters.empty()) return fail("the layer \"" + layer.name + "\" has no raster");
    (*found)->layer = with_opacity(layer, std::clamp(opacity, 0.0, 1.0));
    return {};
}

Result<void> show_layer(AppState& state, std::string_view name, bool shown) {
    const auto found = find_layer(state, name);
    if (!found) return tl::unexpected(found.error());
    (*found)->shown = shown;
    return {};
}

}  // namespace chronomap
