#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// SHA-256 of a file's bytes (FIPS 180-4) in 64 hexadecimal digits. Error: the file cannot be read, or is a folder.
Result<std::string> sha256_of_file(const std::string& path);

}  // namespace chronomap
