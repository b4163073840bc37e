#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"
#include "geo/places/world_index_builder.hpp"
#include "geo/places/world_index_writer.hpp"

namespace chronomap {

/// The capital of a country, as far as the cities tell.
struct WorldCapital {
    std::int64_t population = -1;
    std::uint32_t id = 0;
};

/// What the sources of the world gazetteer leave for each other while it is compiled. Each source is a function that
/// takes it; they are called in the order in which they stand here.
struct WorldBuild {
    explicit WorldBuild(const WorldIndexInputs& files) : inputs(files) {}

    const WorldIndexInputs& inputs;
    WorldIndexWriter writer;
    nlohmann::json provinces = nlohmann::json::object();
    std::map<std::string, nlohmann::json> outlines;  ///< ISO code -> country
    /// ISO code, "US-TX" or "continent:EU" -> kind (name, demonym, abbreviation) -> names
    std::map<std::string, std::map<std::string, std::vector<std::string>>> names;
    std::set<std::string> without_outline;                           ///< countries
    std::vector<std::pair<Place, std::string>> countries;            ///< with the names of their capitals
    std::vector<std::pair<Place, std::vector<std::string>>> cities;  ///< with their other names
    std::map<std::string, WorldCapital> best_capital;                ///< by country
};

/// world_names.tsv: ISO code, kind (name, demonym, capital), names separated by semicolons.
Result<void> read_world_names(WorldBuild& build);
/// What `chronomap_pack provinces` wrote.
Result<void> read_outlines(WorldBuild& build);
/// Countries wait for their capitals: write_countries.
Result<void> read_countries(WorldBuild& build);
Result<void> add_continents(WorldBuild& build);
Result<void> add_provinces(WorldBuild& build);
Result<void> add_cities(WorldBuild& build);
Result<void> write_countries(WorldBuild& build);
/// Counties, and the post towns that GeoNames' list is too coarse for. A place is put in the middle of its ZIP codes.
Result<void> add_us_places(WorldBuild& build);
/// What `chronomap_pack rivers` wrote.
Result<void> add_rivers(WorldBuild& build);
/// Airports that have a code of the International Air Transport Association.
Result<void> add_airports(WorldBuild& build);

/// A whole JSON file. Error: it cannot be read, with the remedy.
Result<nlohmann::json> read_world_json(const std::string& path);
/// The members west, south, east, north.
GeoBox box_of_json(const nlohmann::json& json);

}  // namespace chronomap
