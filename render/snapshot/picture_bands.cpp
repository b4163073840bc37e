#include "render/snapshot/picture_bands.hpp"

#include <algorithm>

#include "render/gl/gl_objects.hpp"

namespace chronomap {
Result<void> draw_in_bands(MapRenderer& renderer, const Scene& scene, const View& view, PictureSink& sink,
                           const Progress& progress, const BandLimits& limits) {
    if (view.width_px < 1 || view.height_px < 1) return fail("a picture of no size cannot be drawn");
    const std::size_t width = static_cast<std::size_t>(view.width_px);
    const int tile_width = std::min(view.width_px, limits.most_side_px);
    const int most_height = std::min(view.height_px, limits.most_side_px);
    const int band_height = static_cast<int>(std::clamp<std::size_t>(
        limits.most_pixels / static_cast<std::size_t>(tile_width), 1, static_cast<std::size_t>(most_height)));
    auto target = RenderTarget::create(tile_width, band_height);
    if (!target) return tl::unexpected(target.error());
    std::vector<std::uint8_t> band;
    for (int y = 0; y < view.height_px; y += band_height) {
        const int height = std::min(band_height, view.height_px - y);
        if (tile_width < view.width_px) band.resize(width * 4 * static_cast<std::size_t>(height));
        for (int x = 0; x < view.width_px; x += tile_width) {
            const PixelWindow part{x, y, std::min(tile_width, view.width_px - x), height};
            const double share = (y + static_cast<double>(height) * x / view.width_px) / view.height_px;
            if (!go_on(progress, share)) return fail(cancelled);
            renderer.render(scene, view, target->framebuffer(), part);
            auto tile = read_pixels(target->framebuffer(), part.width, part.height);
            if (part.width == view.width_px) {
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

}  // namespace chronomap
