#include "render/snapshot/page_picture.hpp"

#include <algorithm>

#include "render/gl/gl_objects.hpp"
#include "render/snapshot/jpeg_file.hpp"
#include "render/snapshot/png_picture.hpp"
#include "render/snapshot/webp_file.hpp"
#include "render/vector/vector_file.hpp"

namespace chronomap {
namespace {

/// Of the work: drawing what is around, then the maps, then writing the file.
constexpr double around_share = 0.1, maps_share = 0.7;

void copy_into(Image& sheet, const Image& map, int x, int y) {
    const std::size_t row = static_cast<std::size_t>(map.width) * 4;
    for (int line = 0; line < map.height; ++line)
        std::copy_n(map.rgba.data() + row * static_cast<std::size_t>(line), row,
                    sheet.rgba.data() + (static_cast<std::size_t>(y + line) * static_cast<std::size_t>(sheet.width) +
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

Result<Image> render_page(MapRenderer& renderer, const MapPage& page, const Progress& progress) {
    Image sheet{page.sheet.width_px, page.sheet.height_px, {}};
    {
        auto target = RenderTarget::create(sheet.width, sheet.height);
        if (!target) return tl::unexpected(target.error());
        renderer.render_around(page, target->framebuffer());
        sheet.rgba = target->read();
    }
    for (std::size_t alpha = 3; alpha < sheet.rgba.size(); alpha += 4) sheet.rgba[alpha] = 255;
    double share = around_share;
    for (const PageMap& map : page.maps) {
        if (!go_on(progress, share)) return fail(cancelled);
        const auto image = render_image(renderer, map.scene, map.view);
        if (!image) return image;
        copy_into(sheet, *image, map.x_px, map.y_px);
        share += maps_share / static_cast<double>(page.maps.size());
    }
    return sheet;
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
    auto image = render_page(renderer, page, progress);
    if (!image) {
        if (image.error().file.empty()) image.error().file = path;
        return tl::unexpected(image.error());
    }
    if (!go_on(progress, around_share + maps_share)) return fail(cancelled, path);
    if (auto added = (*sink)->add_rows(image->rgba); !added) return added;
    if (!go_on(progress, 1)) return fail(cancelled, path);
    return (*sink)->finish();
}

}  // namespace chronomap
