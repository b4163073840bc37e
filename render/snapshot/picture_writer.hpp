#pragma once

#include "render/snapshot/picture.hpp"

namespace chronomap {

struct MapPage;  // render/furniture/page.hpp

/// What draws pictures for exports: a renderer off the screen, or the window's own.
class PictureWriter {
  public:
    virtual ~PictureWriter() = default;
    /// The picture in memory. Error: no OpenGL; an image larger than the driver draws.
    virtual Result<Image> render(const Scene& scene, const View& view) = 0;
    /// A page with its maps in memory. Error: likewise.
    virtual Result<Image> render(const MapPage& page) = 0;
    /// As write_picture.
    virtual Result<void> write(const Scene& scene, const View& view, const std::string& path,
                               const PictureOptions& options = {}, const Progress& progress = {}) = 0;
    /// As write_page.
    virtual Result<void> write(const MapPage& page, const std::string& path, const PictureOptions& options = {},
                               const Progress& progress = {}) = 0;
};

}  // namespace chronomap
