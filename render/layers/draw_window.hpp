#pragma once

#include <memory>

#include "render/gl/gl_objects.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Which part of the picture is being drawn: the whole, or one tile of a picture that is too large to draw at once.
/// The renderer sets it; every painter hands it to its shaders.
struct DrawWindow {
    PixelWindow part;

    /// The uniforms `size_px` (of the whole picture) and `window_px` (left, top, width and height of the part). The
    /// program must be in use.
    void set_uniforms(const ShaderProgram& program, const View& view) const {
        program.set("size_px", static_cast<float>(view.width_px), static_cast<float>(view.height_px));
        program.set("window_px", static_cast<float>(part.x), static_cast<float>(part.y), static_cast<float>(part.width),
                    static_cast<float>(part.height));
    }
};
using DrawWindowPtr = std::shared_ptr<const DrawWindow>;

}  // namespace chronomap
