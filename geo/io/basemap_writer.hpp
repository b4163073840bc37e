#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/io/basemap.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// What a recipe puts into a pack: one feature at full detail, by value.
struct BasemapInput {
    std::vector<std::vector<LonLat>> parts;  ///< closed rings (areas), lines, or one point
    std::string name;
    std::string country;
    std::string place_id;
    std::int32_t population = 0;
    int rank = 0;         ///< 0 most important … 10
    int kind = 0;         ///< as BasemapFeature::kind
    double min_zoom = 0;  ///< web zoom below which the feature is not worth drawing
};

struct BasemapContent {
    std::array<std::vector<BasemapInput>, static_cast<std::size_t>(BasemapLayer::count_)> layers;
    std::vector<std::string> sources;

    std::vector<BasemapInput>& layer(BasemapLayer which) { return layers[static_cast<std::size_t>(which)]; }
};

/// Simplifies `content` to every level and writes the pack, atomically (a file beside it, then a rename).
/// Level 0 is the full data, level n is within 0.002 * 2^(n-1) degrees of it and leaves out what is not worth drawing
/// at the scales it is made for (by min_zoom).
Result<void> write_basemap(const BasemapContent& content, const std::string& path);

}  // namespace chronomap
