#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "render/snapshot/image.hpp"

namespace chronomap {

/// Kinds of moving pictures.
enum class VideoFormat : std::uint8_t { gif, apng, webp, mp4, webm };

/// By the extension of `path`, in any case; nothing for one that does not move. ".webp" moves too: the caller knows
/// whether one picture or many were asked for.
std::optional<VideoFormat> video_format_from(const std::string& path);

/// MP4 (H.264) and WebM (VP9) keep colour for pairs of pixels: sides must be even.
bool needs_even_sides(VideoFormat format);

struct VideoOptions {
    double frames_per_second = 2;
    std::string title;    ///< metadata, where the format has a place for it
    std::string comment;  ///< likewise
    std::string document;  ///< JSON that tells how to make the film again; may be empty
    /// Pictures with the colours that the film will have, of its size: GIF takes one palette of them for all frames,
    /// and then keeps only what changes. Empty: a palette for each frame. Other formats need none.
    std::vector<Image> samples;
};

/// Writes moving pictures by FFmpeg's libraries. Frames are encoded on a thread of their own while the caller draws the
/// next ones. The file appears under its name when it is finished; without that nothing is left behind.
class VideoFile {
  public:
    /// Error: an encoder that this FFmpeg was built without; odd sides where they must be even; no such folder.
    static Result<VideoFile> create(const std::string& path, VideoFormat format, int width, int height,
                                    const VideoOptions& options);
    VideoFile(VideoFile&&) noexcept;
    VideoFile& operator=(VideoFile&&) noexcept;
    ~VideoFile();

    /// The next frame, of the size given to create. Waits when many frames are still to be encoded. Error: of this or
    /// an earlier frame (disk full).
    Result<void> add_frame(Image frame);
    Result<void> finish();

  private:
    struct Impl;
    explicit VideoFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
