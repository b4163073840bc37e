#pragma once

#include <span>

#include "render/gl/gl_objects.hpp"
#include "render/layers/draw_window.hpp"
#include "render/mesh/meshes.hpp"
#include "render/scene/frame.hpp"

namespace chronomap {

/// A fill or line mesh on the GPU and the projected point its positions count from.
struct FillOnGpu {
    VertexBuffer buffer{{2}};
    PlanePoint origin;
    PlanePoint least, most;  ///< of the mesh's box, counted from the origin
    FillOnGpu() = default;
    FillOnGpu(const FillMesh& mesh, PlanePoint at);
    FillOnGpu(const std::vector<PlanePoints>& rings, PlanePoint at) : FillOnGpu(fill_mesh(rings, at), at) {}
};
struct LineOnGpu {
    VertexBuffer buffer{{2}, {2}, {1}, {1}};
    PlanePoint origin;
    LineOnGpu() = default;
    LineOnGpu(const LineMesh& mesh, PlanePoint at) : origin(at) { buffer.upload(mesh.vertices, mesh.indices); }
    LineOnGpu(const std::vector<PlanePoints>& lines, PlanePoint at) : LineOnGpu(line_mesh(lines, at), at) {}
};

/// Draws meshes into the framebuffer that is bound: even-odd fills by stencil-then-cover, lines with analytic
/// antialiasing. The framebuffer must have a stencil, which is zero before and after.
class Pen {
  public:
    static Result<Pen> create(DrawWindowPtr window);

    /// Sets viewport and blending; call at the begin of a frame or after another's GL calls.
    void begin() const;
    /// Makes the whole framebuffer one colour and its stencil zero.
    void clear(Colour colour) const;
    void clear_stencil() const;
    void fill(const View& view, const FillOnGpu& mesh, Colour colour) const;
    void stroke(const View& view, const LineOnGpu& mesh, const LineStyle& style) const;
    /// Fills and then strokes `edge` in each of `bands`, but only inside the fill.
    void fill_with_bands(const View& view, const FillOnGpu& mesh, Colour colour, const LineOnGpu& edge,
                         std::span<const LineStyle> bands) const;

    /// Fills and then strokes `edge` inside the fill, each pixel once however the stroke overlaps itself.
    void fill_with_ribbon(const View& view, const FillOnGpu& mesh, Colour colour, const LineOnGpu& edge,
                          const LineStyle& ribbon) const;

    /// What `draw()` draws is seen only inside the fill.
    template <class Draw>
    void inside(const View& view, const FillOnGpu& mesh, const Draw& draw) const {
        if (mesh.buffer.empty()) return;
        begin_inside(view, mesh);
        draw();
        unmark();
    }

    const DrawWindow& window() const { return *window_; }

  private:
    void confine_to(const View& view, const FillOnGpu& mesh) const;
    void begin_inside(const View& view, const FillOnGpu& mesh) const;
    void unmark() const;
    void mark(const View& view, const FillOnGpu& mesh) const;
    void cover(Colour colour) const;

    DrawWindowPtr window_;
    ShaderProgram fill_, cover_, line_;
    EmptyVertices whole_;
};

}  // namespace chronomap
