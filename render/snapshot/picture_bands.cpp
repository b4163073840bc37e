#include "render/snapshot/picture_bands.hpp"

#include <algorithm>

#include "render/gl/gl_objects.hpp"

namespace chronomap {

Result<void> draw_in_bands(int width_px, int height_px, const DrawTile& draw, PictureSink& sink,
                           const Progress& progress, const BandLimits& limits) {
    if (width_px < 1 || height_px < 1) return fail("a picture of no size cannot be drawn");
    const std::size_t width = static_cast<std::size_t>(width_px);
    const int tile_width = std::min(width_px, limits.most_side_px);
    const int most_height = std::min(height_px, limits.most_side_px);
    const int band_height = static_cast<int>(std::clamp<std::size_t>(
        limits.most_pixels / static_cast<std::size_t>(tile_width), 1, static_cast<std::size_t>(most_height)));
    auto target = RenderTarget::create(tile_width, band_height);
    if (!target) return tl::unexpected(target.error());
    std::vector<std::uint8_t> band;
    for (int y = 0; y < height_px; y += band_height) {
        const int height = std::min(band_height, height_px - y);
        if (tile_width < width_px) band.resize(width * 4 * static_cast<std::size_t>(height));
        for (int x = 0; x < width_px; x += tile_width) {
            const PixelWindow part{x, y, std::min(tile_width, width_px - x), height};
            const double share = (y + static_cast<double>(height) * x / width_px) / height_px;
            if (!go_on(progress, share)) return fail(cancelled);
            auto tile = draw(part, target->framebuffer());
            if (part.width == width_px) {
                band = std::move(tile);
                continue;
            }
            const std::size_t tile_row = static_cast<std::size_t>(part.width) * 4;
            for (std::size_t row = 0; row < static_cast<std::size_t>(height); ++row)
                std::copy_n(tile.data() + row * tile_row, tile_row,
                            band.data() + (row * width + static_cast<std::size_t>(x)) * 4);
        }
        if (auto added = sink.add_rows(band); !added) return added;
    }
    if (!go_on(progress, 1)) return fail(cancelled);
    return {};
}

Result<void> draw_in_bands(MapRenderer& renderer, const Scene& scene, const View& view, PictureSink& sink,
                           const Progress& progress, const BandLimits& limits) {
    const auto draw = [&](const PixelWindow& part, unsigned framebuffer) {
        renderer.render(scene, view, framebuffer, part);
        return read_pixels(framebuffer, part.width, part.height);
    };
    return draw_in_bands(view.width_px, view.height_px, draw, sink, progress, limits);
}

}  // namespace chronomap
