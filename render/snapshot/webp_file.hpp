#pragma once

#include "render/snapshot/picture_sink.hpp"

namespace chronomap {

/// A WebP, without loss unless a quality is given. The whole picture is in memory until finish(). Error: a side over
/// 16,383 pixels (the format's limit); no such folder.
Result<PictureSinkPtr> open_webp(const std::string& path, int width, int height, const PictureDetails& details);

}  // namespace chronomap
