#include "render/layers/ground_painter.hpp"

#include <algorithm>

namespace chronomap {
namespace {

/// Colours times alpha, so that what is clear does not bleed into its neighbours where pixels are mixed.
std::vector<std::uint8_t> premultiplied(const std::uint8_t* rgba, std::size_t pixels) {
    std::vector<std::uint8_t> out(rgba, rgba + pixels * 4);
    for (std::size_t i = 0; i < out.size(); i += 4) {
        const unsigned alpha = out[i + 3];
        if (alpha == 255) continue;
        for (std::size_t c = 0; c < 3; ++c) out[i + c] = static_cast<std::uint8_t>((out[i + c] * alpha + 127) / 255);
    }
    return out;
}

}  // namespace

const Texture& GroundPainter::texture_of(const GroundPicturePtr& picture) {
    const auto found = std::ranges::find(uploaded_, picture, &Uploaded::picture);
    if (found != uploaded_.end()) return found->texture;
    const Image& image = picture->image;
    Texture texture = Texture::create(image.width, image.height, PixelFormat::rgba8);
    constexpr int rows_at_once = 256;
    for (int row = 0; row < image.height; row += rows_at_once) {
        const int rows = std::min(rows_at_once, image.height - row);
        const std::size_t width = static_cast<std::size_t>(image.width);
        const auto part = premultiplied(image.rgba.data() + static_cast<std::size_t>(row) * width * 4,
                                        width * static_cast<std::size_t>(rows));
        texture.update(0, row, image.width, rows, part.data());
    }
    return uploaded_.emplace_back(picture, std::move(texture)).texture;
}

void GroundPainter::keep_only(std::span<const GroundSheet> sheets) {
    std::erase_if(uploaded_, [&](const Uploaded& each) {
        return std::ranges::find(sheets, each.picture, &GroundSheet::picture) == sheets.end();
    });
}

void GroundPainter::draw(const View& view, const GroundSheet& sheet) {
    if (!program_) {
        auto made = ShaderProgram::create("raster");
        if (!made) return;  // our own shader; a driver that refuses it draws the map without its ground
        program_ = std::move(*made);
    }
    struct Corner {
        float x, y, u, v;
    };
    const PixelBox box = box_on(view, sheet.picture->view);
    const auto left = static_cast<float>(box.left), right = static_cast<float>(box.right);
    const auto top = static_cast<float>(box.top), bottom = static_cast<float>(box.bottom);
    corners_.upload(
        std::vector<Corner>{{left, top, 0, 0}, {right, top, 1, 0}, {right, bottom, 1, 1}, {left, bottom, 0, 1}},
        {0, 1, 2, 0, 2, 3});
    const Texture& texture = texture_of(sheet.picture);
    program_->use();
    window_->set_uniforms(*program_, view);
    texture.bind(0);
    program_->set("picture", 0);
    program_->set("opacity", static_cast<float>(sheet.opacity));
    corners_.draw_triangles();
}

}  // namespace chronomap
