#pragma once

#include <string>

#include "render/snapshot/picture_sink.hpp"

namespace chronomap {

/// What a picture says of itself as an XMP packet (ISO 16684-1), as JPEG and WebP carry it: title, credits, and the
/// document as view_of_svg finds it.
std::string xmp_packet(const PictureDetails& details);

}  // namespace chronomap
