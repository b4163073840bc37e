#pragma once

#include <memory>
#include <string>

#include "geo/base/result.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

class Canvas;
class FontSet;
struct MapPage;  // render/furniture/page.hpp

/// What MapRenderer is for pixels: draws a Scene as seen by a View onto a canvas, in the same order, styles and layout.
/// Needs no OpenGL. What is projected and laid out is kept for the next scene in the same view.
class VectorMap {
  public:
    /// Error: no fonts.
    static Result<std::unique_ptr<VectorMap>> create();
    ~VectorMap();

    void draw(const Scene& scene, const View& view, Canvas& canvas);
    /// What is around the maps of a page, then each map in its place.
    void draw(const MapPage& page, Canvas& canvas);
    FontSet& fonts();

  private:
    struct Impl;
    explicit VectorMap(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
