#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "geo/base/progress.hpp"
#include "render/map_renderer.hpp"
#include "render/snapshot/image.hpp"

namespace chronomap {

/// What kinds of picture files the program writes.
enum class PictureFormat : std::uint8_t { png, jpeg, webp, geotiff, svg, pdf };

/// By the extension of `path`, in any case. Error: names the extensions that are known.
Result<PictureFormat> picture_format_from(const std::string& path);

/// True for files of paths and text, which need no OpenGL.
bool is_vector(PictureFormat format);

/// How a picture file is written, beside what it shows.
struct PictureOptions {
    std::string document;  ///< JSON that describes the view, embedded where the format has a place for it; may be empty
    double dpi = 0;        ///< pixels an inch of paper; 0: not said (96 for SVG and PDF)
    int quality = 0;       ///< 1 to 100 for JPEG and WebP; 0: 92 for JPEG, no loss for WebP
    bool world_file = false;  ///< a world file and a .prj beside the picture
};

/// The longest side of a picture.
inline constexpr int most_picture_side_px = 32768;

/// The picture in memory. Needs the renderer's OpenGL context to be current. Error: larger than the driver draws.
Result<Image> render_image(MapRenderer& renderer, const Scene& scene, const View& view);

/// write_picture for a vector format, without a renderer.
Result<void> write_vector_picture(const Scene& scene, const View& view, const std::string& path,
                                  const PictureOptions& options = {}, const Progress& progress = {});

/// Draws the scene and writes it to `path` in the format of its extension. Pictures of pixels are drawn in bands, so
/// that they may be as large as their format allows, PNG and GeoTIFF up to most_picture_side_px. The one way from a
/// scene to a file, for window and command line alike. Needs the renderer's OpenGL context to be current. On any error,
/// and when `progress` says stop, nothing stands under `path` that was not there before.
Result<void> write_picture(MapRenderer& renderer, const Scene& scene, const View& view, const std::string& path,
                           const PictureOptions& options = {}, const Progress& progress = {});

}  // namespace chronomap
