#pragma once

#include "render/snapshot/picture_sink.hpp"

namespace chronomap {

/// A JPEG, written as its rows come. Colour is kept at full resolution: halved, red type would blur. Error: a side over
/// 65,500 pixels (libjpeg's limit); no such folder.
Result<PictureSinkPtr> open_jpeg(const std::string& path, int width, int height, const PictureDetails& details);

}  // namespace chronomap
