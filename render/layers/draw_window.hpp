#pragma once

#include <memory>

#include "render/gl/gl_objects.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Which part of the picture is being drawn: the whole, or one tile of a picture that is too large to draw at once.
/// The renderer sets it; every painter hands it to its shaders.
struct DrawWindow {
    PixelWindow part;
    /// What clip space spans: the part and as much around it as the driver allows, where nothing is drawn. Lines and
    /// areas are then clipped alike in all tiles.
    PixelWindow clip;

    /// The uniforms `size_px` (of the whole picture) and `window_px` (left, top, width and height of clip space). The
    /// program must be in use.
    void set_uniforms(const ShaderProgram& program, const View& view) const {
        program.set("size_px", static_cast<float>(view.width_px), static_cast<float>(view.height_px));
        program.set("window_px", static_cast<float>(clip.x), static_cast<float>(clip.y), static_cast<float>(clip.width),
                    static_cast<float>(clip.height));
    }
};
using DrawWindowPtr = std::shared_ptr<const DrawWindow>;

}  // namespace chronomap
