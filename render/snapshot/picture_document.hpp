#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// The JSON that a picture file or a film carries to tell how to make it again (PictureOptions::document), whatever its format.
/// Error: not a picture; a picture that this program did not write.
Result<std::string> read_picture_document(const std::string& path);

/// True for the extension of a picture file or a film, in any case.
bool is_picture_path(const std::string& path);

}  // namespace chronomap
