#pragma once

#include "app/state/app_state.hpp"

namespace chronomap {

/// Puts a layer over the others; one of the same file takes its place. Fits the view when there are no events.
void add_layer(AppState& state, MapLayerPtr layer);
/// Error: no layer of that name or file.
Result<void> remove_layer(AppState& state, std::string_view name);
/// Of the layer's rasters. Error: none of that name or file; it has no rasters.
Result<void> set_layer_opacity(AppState& state, std::string_view name, double opacity);
Result<void> show_layer(AppState& state, std::string_view name, bool shown);

}  // namespace chronomap
