#include "geo/io/shipped_layers.hpp"

#include <algorithm>
#include <filesystem>

#include "geo/base/asset_paths.hpp"
#include "geo/io/map_layer_file.hpp"

namespace chronomap {

std::vector<MapLayerPtr> shipped_layers(std::vector<std::string>& warnings) {
    std::vector<std::string> paths;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(asset_path("layers"), none))
        if (entry.path().extension() == ".geojson") paths.push_back(entry.path().string());
    std::ranges::sort(paths);
    std::vector<MapLayerPtr> layers;
    for (const std::string& path : paths) {
        auto layer = read_map_layer(path, warnings);
        if (layer)
            layers.push_back(std::move(*layer));
        else
            warnings.push_back(layer.error().text());
    }
    return layers;
}

}  // namespace chronomap
