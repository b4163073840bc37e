#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

class OGRFeature;

namespace chronomap {

/// What a feature's geometry is made of.
enum class VectorKind : std::uint8_t { none, point, line, area };

/// One feature of a vector file while it is being read; valid only inside the call that hands it over.
class VectorFeature {
  public:
    explicit VectorFeature(OGRFeature& feature) : feature_(feature) {}
    /// UTF-8; empty when the field is missing or null.
    std::string text(const char* field) const;
    /// `missing` when the field is missing or null.
    double number(const char* field, double missing = 0) const;
    std::vector<std::string> field_names() const;
    /// Of the layer that it belongs to.
    std::string layer_name() const;
    /// Of the first part, for a collection.
    VectorKind kind() const;
    /// Every ring (outer rings and holes alike), line or point of the geometry, in degrees; empty parts left out.
    std::vector<std::vector<LonLat>> parts() const;

  private:
    OGRFeature& feature_;
};

/// What the first feature of the first layer is made of. Error: not a vector file.
Result<VectorKind> first_kind(const std::string& path);

/// Calls `visit` with each feature of layer `layer` (empty: the first) of any file GDAL reads, in the file's order.
/// Coordinates are brought to WGS 84 longitude and latitude; a layer without a system is taken to have them already.
/// Error: no such file or layer; a system that cannot be brought there.
Result<void> read_vector_layer(const std::string& path, const std::string& layer,
                               const std::function<void(const VectorFeature&)>& visit);

}  // namespace chronomap
