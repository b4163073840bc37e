#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/io/vector_layer.hpp"

namespace chronomap {

/// Names of the tables of a vector file that may hold shapes, in the file's order: the folders of a KML, the tracks and
/// the waypoints of a GPX. Error: not a vector file.
Result<std::vector<std::string>> tables_with_shapes(const std::string& path);

/// What the first feature with a shape is made of, in whatever table it is. Error: not a vector file.
Result<VectorKind> first_shape(const std::string& path);

}  // namespace chronomap
