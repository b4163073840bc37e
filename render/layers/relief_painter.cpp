#include "render/layers/relief_painter.hpp"

namespace chronomap {

void ReliefPainter::draw(const View& view, const ReliefPtr& relief, double opacity) {
    if (!program_) {
        auto made = ShaderProgram::create("raster");
        if (!made) return;  // our own shader; a driver that refuses it draws the map without shading
        program_ = std::move(*made);
    }
    if (uploaded_ != relief) {
        const Image& image = relief->image;
        texture_ = Texture::create(image.width, image.height, PixelFormat::rgba8, image.rgba.data());
        uploaded_ = relief;
    }
    struct Corner {
        float x, y, u, v;
    };
    const PixelBox box = box_on(view, relief->view);
    const auto left = static_cast<float>(box.left), right = static_cast<float>(box.right);
    const auto top = static_cast<float>(box.top), bottom = static_cast<float>(box.bottom);
    corners_.upload(
        std::vector<Corner>{{left, top, 0, 0}, {right, top, 1, 0}, {right, bottom, 1, 1}, {left, bottom, 0, 1}},
        {0, 1, 2, 0, 2, 3});
    program_->use();
    window_->set_uniforms(*program_, view);
    texture_.bind(0);
    program_->set("picture", 0);
    program_->set("opacity", static_cast<float>(opacity));
    corners_.draw_triangles();
}

}  // namespace chronomap
