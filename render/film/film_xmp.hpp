#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "render/snapshot/video_file.hpp"

namespace chronomap {

/// Writes an XMP packet into a film that is whole, where its format has a place for it (XMP specification, part 3, and
/// WebP's container specification): near the file's end, as plain text. WebM has none: there it is a tag that the muxer
/// writes. `path` names the film in errors, `file` is where it lies now. Error: the file cannot be changed.
Result<void> embed_xmp(const std::string& file, VideoFormat format, const std::string& xmp, const std::string& path);

}  // namespace chronomap
