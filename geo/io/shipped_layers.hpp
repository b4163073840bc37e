#pragma once

#include <string>
#include <vector>

#include "geo/layers/map_layer.hpp"

namespace chronomap {

/// The layers that come with the program (share/chronomap/layers), by name. What cannot be read is told in `warnings`.
std::vector<MapLayerPtr> shipped_layers(std::vector<std::string>& warnings);

}  // namespace chronomap
