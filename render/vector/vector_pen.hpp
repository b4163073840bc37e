#pragma once

#include <span>

#include "render/scene/style.hpp"
#include "render/scene/view.hpp"
#include "render/vector/canvas.hpp"

namespace chronomap {

/// What Pen is for OpenGL: draws paths in the map's styles onto a canvas.
class VectorPen {
  public:
    explicit VectorPen(Canvas& canvas) : canvas_(canvas) {}

    void fill(const View&, const Path& path, Colour colour) const { canvas_.fill(path, colour); }
    void stroke(const View& view, const Path& path, const LineStyle& style) const;
    void fill_with_bands(const View& view, const Path& path, Colour colour, const Path& edge,
                         std::span<const LineStyle> bands) const;
    void fill_with_ribbon(const View& view, const Path& path, Colour colour, const Path& edge,
                          const LineStyle& ribbon) const {
        fill_with_bands(view, path, colour, edge, {&ribbon, 1});
    }
    template <class Draw>
    void inside(const View&, const Path& path, const Draw& draw) const {
        if (path.empty()) return;
        canvas_.begin_clip(path);
        draw();
        canvas_.end_clip();
    }

  private:
    Canvas& canvas_;
};

}  // namespace chronomap
