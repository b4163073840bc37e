#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/io/vector_layer.hpp"

namespace chronomap {

/// The features of a small GeoJSON file (RFC 7946) in degrees, read without GDAL, whose start takes longer than
/// reading such a file.
struct PlainGeojson {
    std::string name;  ///< that the file gives itself, or its own without ending
    std::vector<std::unique_ptr<const VectorFeature>> features;
};

/// Nothing for what is better left to GDAL: another format, megabytes, another coordinate system, broken.
std::optional<PlainGeojson> read_plain_geojson(const std::string& path);

}  // namespace chronomap
