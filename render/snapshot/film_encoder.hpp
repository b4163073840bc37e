#pragma once

#include <memory>
#include <string>

#include "render/snapshot/video_file.hpp"

namespace chronomap {

/// What VideoFile does, by a library that is loaded when the first film is written: FFmpeg brings a hundred others
/// along, which would make every start of the program slower.
class FilmEncoder {
  public:
    virtual ~FilmEncoder() = default;
    virtual Result<void> add_frame(Image frame) = 0;
    virtual Result<void> finish() = 0;
};

/// The function `chronomap_open_film` of the module chronomap_film.so (render/film).
/// `xmp`: what the film says of itself, as a packet; may be empty.
using OpenFilm = void(const std::string& path, VideoFormat format, int width, int height, const VideoOptions& options,
                      const std::string& xmp,
                      Result<std::unique_ptr<FilmEncoder>>& film);

}  // namespace chronomap
