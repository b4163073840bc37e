#pragma once

#include <string>

#include "render/snapshot/picture_sink.hpp"

namespace chronomap {

/// A PNG that takes rows. Error: as PngStream::create.
Result<PictureSinkPtr> open_png(const std::string& path, int width, int height, const PictureDetails& details);

}  // namespace chronomap
