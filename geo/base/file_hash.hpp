#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// SHA-256 of a file's bytes (FIPS 180-4) in 64 hexadecimal digits; of a folder, that of the names and hashes of the
/// files that lie in it. Error: it cannot be read.
Result<std::string> sha256_of_file(const std::string& path);

}  // namespace chronomap
