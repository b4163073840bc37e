#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// What a feature's geometry is made of.
enum class VectorKind : std::uint8_t { none, point, line, area };

/// One feature of a vector file while it is being read; valid only inside the call that hands it over.
class VectorFeature {
  public:
    virtual ~VectorFeature() = default;
    /// UTF-8; empty when the field is missing or null.
    virtual std::string text(const char* field) const = 0;
    /// `missing` when the field is missing or null.
    virtual double number(const char* field, double missing = 0) const = 0;
    virtual std::vector<std::string> field_names() const = 0;
    /// Of the layer that it belongs to.
    virtual std::string layer_name() const = 0;
    /// Of the first part, for a collection.
    virtual VectorKind kind() const = 0;
    /// Every ring (outer rings and holes alike), line or point of the geometry, in degrees; empty parts left out.
    virtual std::vector<std::vector<LonLat>> parts() const = 0;
};

/// Calls `visit` with each feature of layer `layer` (empty: the first) of any file GDAL reads, in the file's order.
/// Coordinates are brought to WGS 84 longitude and latitude; a layer without a system is taken to have them already.
/// Error: no such file or layer; a system that cannot be brought there.
Result<void> read_vector_layer(const std::string& path, const std::string& layer,
                               const std::function<void(const VectorFeature&)>& visit);

}  // namespace chronomap
