#include "render/snapshot/picture.hpp"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cmath>
#include <filesystem>

#include "geo/io/geotiff_file.hpp"
#include "render/gl/gl_objects.hpp"
#include "render/scene/layer_marks.hpp"
#include "render/snapshot/jpeg_file.hpp"
#include "render/snapshot/picture_bands.hpp"
#include "render/snapshot/png_picture.hpp"
#include "render/snapshot/webp_file.hpp"
#include "render/vector/vector_file.hpp"

namespace chronomap {
namespace {

Georeference georeference_of(const View& view) {
    return {view.crs, view.centre_x - view.width_px * view.metres_per_px / 2,
            view.centre_y + view.height_px * view.metres_per_px / 2, view.metres_per_px};
}

Result<PictureSinkPtr> open_sink(PictureFormat format, const Scene& scene, const View& view, const std::string& path,
                                 const PictureOptions& options, Progress packing) {
    const Furniture& words = scene.furniture;
    const int width = view.width_px, height = view.height_px;
    const PictureDetails details{options.dpi,      options.quality,   words.title, map_sources(scene, view),
                                 options.document, std::move(packing)};
    switch (format) {
        case PictureFormat::jpeg:
            return open_jpeg(path, width, height, details);
        case PictureFormat::webp:
            return open_webp(path, width, height, details);
        case PictureFormat::geotiff:
            return sink_of(create_geotiff(path, width, height, georeference_of(view),
                                          {options.dpi, words.title, map_sources(scene, view), options.document}));
        default:
            break;
    }
    return open_png(path, width, height, details);
}

}  // namespace

Result<PictureFormat> picture_format_from(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
    if (extension == ".png") return PictureFormat::png;
    if (extension == ".jpg" || extension == ".jpeg") return PictureFormat::jpeg;
    if (extension == ".webp") return PictureFormat::webp;
    if (extension == ".tif" || extension == ".tiff") return PictureFormat::geotiff;
    if (extension == ".svg") return PictureFormat::svg;
    if (extension == ".pdf") return PictureFormat::pdf;
    return fail("no picture is written as '" + extension + "'", path, 0,
                "write a name that ends in .png, .jpg, .webp, .tif, .svg or .pdf");
}

bool is_vector(PictureFormat format) {
    return format == PictureFormat::svg || format == PictureFormat::pdf;
}

Result<void> write_vector_picture(const Scene& scene, const View& view, const std::string& path,
                                  const PictureOptions& options, const Progress& progress) {
    const auto format = picture_format_from(path);
    if (!format) return tl::unexpected(format.error());
    if (!go_on(progress, 0)) return fail(cancelled, path);
    assert(is_vector(*format));
    VectorOptions vector;
    vector.document = options.document;
    if (options.dpi > 0) vector.px_per_inch = options.dpi;
    return write_vector(scene, view, path, *format == PictureFormat::svg ? VectorFormat::svg : VectorFormat::pdf,
                        vector);
}

Result<Image> render_image(MapRenderer& renderer, const Scene& scene, const View& view) {
    auto target = RenderTarget::create(view.width_px, view.height_px);
    if (!target) return tl::unexpected(target.error());
    renderer.render(scene, view, target->framebuffer());
    Image image{view.width_px, view.height_px, target->read()};
    // A picture is opaque, whatever the blending left in the alpha channel.
    for (std::size_t alpha = 3; alpha < image.rgba.size(); alpha += 4) image.rgba[alpha] = 255;
    return image;
}

Result<void> write_picture(MapRenderer& renderer, const Scene& scene, const View& view, const std::string& path,
                           const PictureOptions& options, const Progress& progress) {
    const auto format = picture_format_from(path);
    if (!format) return tl::unexpected(format.error());
    if (is_vector(*format)) return write_vector_picture(scene, view, path, options, progress);
    if (std::max(view.width_px, view.height_px) > most_picture_side_px)
        return fail("a picture of " + std::to_string(view.width_px) + "x" + std::to_string(view.height_px) +
                        " pixels is too large",
                    path, 0, "at most " + std::to_string(most_picture_side_px) + " a side");
    // WebP is packed when it is whole, which takes far longer than drawing it.
    const double drawing_share = *format == PictureFormat::webp ? 0.2 : 1;
    const Progress drawing = [&](double share) { return go_on(progress, share * drawing_share); };
    const Progress packing = [&](double share) { return go_on(progress, std::lerp(drawing_share, 1.0, share)); };
    auto sink = open_sink(*format, scene, view, path, options, packing);
    if (!sink) return tl::unexpected(sink.error());
    if (auto drawn = draw_in_bands(renderer, scene, view, **sink, drawing); !drawn) {
        if (drawn.error().file.empty()) drawn.error().file = path;
        return drawn;
    }
    if (auto finished = (*sink)->finish(); !finished) return finished;
    return options.world_file ? write_world_file(georeference_of(view), path) : Result<void>();
}

}  // namespace chronomap
