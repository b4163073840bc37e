#pragma once

#include <string>

#include "render/furniture/page.hpp"
#include "render/snapshot/picture.hpp"

namespace chronomap {

/// The page with its maps in memory. Needs the renderer's OpenGL context to be current. Error: larger than the driver
/// draws; `cancelled`.
Result<Image> render_page(MapRenderer& renderer, const MapPage& page, const Progress& progress = {});

/// Draws the page into a PNG, JPEG, WebP, SVG or PDF by the extension of `path`, in one step. Needs the renderer's
/// OpenGL context to be current. Error: another format; as render_page; the file cannot be written.
Result<void> write_page(MapRenderer& renderer, const MapPage& page, const std::string& path,
                        const PictureOptions& options = {}, const Progress& progress = {});
/// write_page for a vector format, without a renderer.
Result<void> write_vector_page(const MapPage& page, const std::string& path, const PictureOptions& options = {},
                               const Progress& progress = {});

}  // namespace chronomap
