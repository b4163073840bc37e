#pragma once

#include <string>

#include "render/furniture/page.hpp"
#include "render/snapshot/picture.hpp"
#include "render/snapshot/picture_bands.hpp"

namespace chronomap {

/// Draws the page and its maps in bands. Needs the renderer's OpenGL context to be current. Error: as draw_in_bands.
Result<void> draw_page_in_bands(MapRenderer& renderer, const MapPage& page, PictureSink& sink, const Progress& progress,
                                const BandLimits& limits = {});

/// The page in memory. Needs the renderer's OpenGL context to be current. Error: larger than the driver draws.
Result<Image> render_page_image(MapRenderer& renderer, const MapPage& page);

/// Draws the page into a PNG, JPEG, WebP, SVG or PDF by the extension of `path`, in one step. Needs the renderer's
/// OpenGL context to be current. Error: another format; as draw_page_in_bands; the file cannot be written.
Result<void> write_page(MapRenderer& renderer, const MapPage& page, const std::string& path,
                        const PictureOptions& options = {}, const Progress& progress = {});
/// write_page for a vector format, without a renderer.
Result<void> write_vector_page(const MapPage& page, const std::string& path, const PictureOptions& options = {},
                               const Progress& progress = {});

}  // namespace chronomap
