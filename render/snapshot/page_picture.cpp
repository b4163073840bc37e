#include "render/snapshot/page_picture.hpp"

#include <algorithm>

#include "render/gl/gl_objects.hpp"
#include "render/snapshot/jpeg_file.hpp"
#include "render/snapshot/png_picture.hpp"
#include "render/snapshot/webp_file.hpp"
#include "render/vector/vector_file.hpp"

namespace chronomap {
namespace {

/// What of `part` lies on a box at (x, y), from the box's own corner; of no size where nothing does.
PixelWindow part_on(const PixelWindow& part, int x, int y, int width, int height) {
    const int left = std::max(part.x, x), top = std::max(part.y, y);
    const int right = std::min(part.x + part.width, x + width), bottom = std::min(part.y + part.height, y + height);
    return {left - x, top - y, std::max(0, right - left), std::max(0, bottom - top)};
}

/// Puts rows of `pixels` into a tile, their left upper corner at (x, y).
void copy_into(std::vector<std::uint8_t>& tile, int tile_width, const std::vector<std::uint8_t>& pixels,
               const PixelWindow& size, int x, int y) {
    const std::size_t row = static_cast<std::size_t>(size.width) * 4;
    for (int line = 0; line < size.height; ++line)
        std::copy_n(pixels.data() + row * static_cast<std::size_t>(line), row,
                    tile.data() + (static_cast<std::size_t>(y + line) * static_cast<std::size_t>(tile_width) +
                                   static_cast<std::size_t>(x)) *
                                      4);
}

Result<PictureSinkPtr> open(PictureFormat format, const MapPage& page, const std::string& path,
                            const PictureOptions& options) {
    const int width = page.sheet.width_px, height = page.sheet.height_px;
    const PictureDetails details{options.dpi, options.quality, page.title, page.credits, options.document};
    switch (format) {
        case PictureFormat::png:
            return open_png(path, width, height, details);
        case PictureFormat::jpeg:
            return open_jpeg(path, width, height, details);
        case PictureFormat::webp:
            return open_webp(path, width, height, details);
        default:
            return fail("a page with several maps is not written in this format", path, 0,
                        "write a name that ends in .png, .jpg, .webp, .svg or .pdf");
    }
}

}  // namespace

Result<void> draw_page_in_bands(MapRenderer& renderer, const MapPage& page, PictureSink& sink, const Progress& progress,
                                const BandLimits& limits) {
    const auto draw = [&](const PixelWindow& part, unsigned framebuffer) {
        renderer.render_around(page, framebuffer, part);
        auto tile = read_pixels(framebuffer, part.width, part.height);
        for (const PageMap& map : page.maps) {
            const PixelWindow seen = part_on(part, map.x_px, map.y_px, map.view.width_px, map.view.height_px);
            if (seen.width == 0 || seen.height == 0) continue;
            renderer.render(map.scene, map.view, framebuffer, seen);
            copy_into(tile, part.width, read_pixels(framebuffer, seen.width, seen.height), seen,
                      map.x_px + seen.x - part.x, map.y_px + seen.y - part.y);
        }
        return tile;
    };
    return draw_in_bands(page.sheet.width_px, page.sheet.height_px, draw, sink, progress, limits);
}

Result<Image> render_page_image(MapRenderer& renderer, const MapPage& page) {
    /// Rows put one below the other.
    class Rows : public PictureSink {
      public:
        explicit Rows(Image& image) : image_(image) {}
        Result<void> add_rows(std::span<const std::uint8_t> rgba) override {
            image_.rgba.insert(image_.rgba.end(), rgba.begin(), rgba.end());
            return {};
        }
        Result<void> finish() override { return {}; }

      private:
        Image& image_;
    };
    Image image{page.sheet.width_px, page.sheet.height_px, {}};
    Rows rows(image);
    if (const auto drawn = draw_page_in_bands(renderer, page, rows, {}); !drawn) return tl::unexpected(drawn.error());
    for (std::size_t alpha = 3; alpha < image.rgba.size(); alpha += 4) image.rgba[alpha] = 255;
    return image;
}

Result<void> write_vector_page(const MapPage& page, const std::string& path, const PictureOptions& options,
                               const Progress& progress) {
    const auto format = picture_format_from(path);
    if (!format) return tl::unexpected(format.error());
    if (!go_on(progress, 0)) return fail(cancelled, path);
    VectorOptions vector;
    vector.document = options.document;
    if (options.dpi > 0) vector.px_per_inch = options.dpi;
    return write_vector(page, path, *format == PictureFormat::svg ? VectorFormat::svg : VectorFormat::pdf, vector);
}

Result<void> write_page(MapRenderer& renderer, const MapPage& page, const std::string& path,
                        const PictureOptions& options, const Progress& progress) {
    const auto format = picture_format_from(path);
    if (!format) return tl::unexpected(format.error());
    if (is_vector(*format)) return write_vector_page(page, path, options, progress);
    auto sink = open(*format, page, path, options);
    if (!sink) return tl::unexpected(sink.error());
    if (auto drawn = draw_page_in_bands(renderer, page, **sink, progress); !drawn) {
        if (drawn.error().file.empty()) drawn.error().file = path;
        return drawn;
    }
    return (*sink)->finish();
}

}  // namespace chronomap
