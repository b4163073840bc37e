#pragma once

#include <string>
#include <string_view>

namespace chronomap {

struct Image;

/// Base64 (RFC 4648), as data addresses hold bytes.
std::string base64(std::string_view bytes);

/// The image as the bytes of a PNG file.
std::string png_bytes(const Image& image);

}  // namespace chronomap
