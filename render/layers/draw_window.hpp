#pragma once

#include <memory>

#include "render/gl/gl_objects.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Which part of the picture is being drawn: the whole, or one tile of a picture that is too large to draw at once.
/// The renderer sets it; every painter hands it to its shaders.
struct DrawWindow {
    PixelWindow part;
    /// Clip space reaches so far beyond the part on each side: a symbol is a point to OpenGL, which is drawn only where
    /// its middle is in clip space, and those whose middle lies in the next tile reach into this one. No pixel of the
    /// rim is drawn: it lies outside the framebuffer.
    int rim_px = 0;

    PixelWindow clip() const {
        return {part.x - rim_px, part.y - rim_px, part.width + 2 * rim_px, part.height + 2 * rim_px};
    }
    /// The uniforms `size_px` (of the whole picture) and `window_px` (left, top, width and height of clip space). The
    /// program must be in use.
    void set_uniforms(const ShaderProgram& program, const View& view) const {
        program.set("size_px", static_cast<float>(view.width_px), static_cast<float>(view.height_px));
        const PixelWindow window = clip();
        program.set("window_px", static_cast<float>(window.x), static_cast<float>(window.y),
                    static_cast<float>(window.width), static_cast<float>(window.height));
    }
};
using DrawWindowPtr = std::shared_ptr<const DrawWindow>;

}  // namespace chronomap
