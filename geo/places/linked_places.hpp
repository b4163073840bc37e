#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// What a gazetteer file gave.
struct GazetteerFile {
    std::vector<Place> places;
    int skipped = 0;            ///< rows that could not be read
    std::string first_problem;  ///< the first of them, "FILE:LINE: what"
    std::vector<std::string> sources;
};

/// Reads a Linked Places file (GeoJSON FeatureCollection; .jsonl: one feature a line). A feature without an id, a name
/// or a position is skipped and counted. Errors: no such file, not JSON (with the line), no features.
/// https://github.com/LinkedPasts/linked-places-format
Result<GazetteerFile> read_linked_places(const std::string& path);

/// Reads a GeoNames dump (allCountries.txt, XX.txt: 19 columns separated by tabs). A row with too few columns or a bad
/// position is skipped and counted. https://download.geonames.org/export/dump/readme.txt
Result<GazetteerFile> read_geonames_dump(const std::string& path);

/// By the file's name: .json, .geojson and .jsonl are Linked Places, .txt and .tsv GeoNames dumps.
Result<GazetteerFile> read_gazetteer_file(const std::string& path);

}  // namespace chronomap
