#pragma once

#include <optional>

#include "render/layers/draw_window.hpp"
#include "render/scene/frame.hpp"
#include "render/scene/relief.hpp"

namespace chronomap {

/// The relief's picture, stretched over the part of the plane that it covers.
class ReliefPainter {
  public:
    explicit ReliefPainter(DrawWindowPtr window) : window_(std::move(window)) {}

    /// The shader is made with the first picture.
    void draw(const View& view, const ReliefPtr& relief, double opacity);

  private:
    DrawWindowPtr window_;
    std::optional<ShaderProgram> program_;
    VertexBuffer corners_{{2}, {2}};
    Texture texture_;
    ReliefPtr uploaded_;
};

}  // namespace chronomap
