#pragma once

#include <optional>
#include <span>
#include <vector>

#include "render/layers/draw_window.hpp"
#include "render/scene/frame.hpp"
#include "render/scene/ground.hpp"

namespace chronomap {

/// Pictures that lie on the ground, stretched over the part of the plane that they cover.
class GroundPainter {
  public:
    explicit GroundPainter(DrawWindowPtr window) : window_(std::move(window)) {}

    /// The shader is made with the first picture.
    void draw(const View& view, const GroundSheet& sheet);
    /// Lets the textures of all others go.
    void keep_only(std::span<const GroundSheet> sheets);

  private:
    struct Uploaded {
        GroundPicturePtr picture;
        Texture texture;
    };
    const Texture& texture_of(const GroundPicturePtr& picture);

    DrawWindowPtr window_;
    std::optional<ShaderProgram> program_;
    VertexBuffer corners_{{2}, {2}};
    std::vector<Uploaded> uploaded_;
};

}  // namespace chronomap
