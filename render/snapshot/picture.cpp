#include "render/snapshot/picture.hpp"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <filesystem>

#include "render/gl/gl_objects.hpp"
#include "render/vector/vector_file.hpp"

namespace chronomap {

Result<PictureFormat> picture_format_from(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
    if (extension == ".png") return PictureFormat::png;
    if (extension == ".svg") return PictureFormat::svg;
    if (extension == ".pdf") return PictureFormat::pdf;
    return fail("no picture is written as '" + extension + "'", path, 0,
                "write a name that ends in .png, .svg or .pdf");
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
    const auto image = render_image(renderer, scene, view);
    if (!image) return tl::unexpected(image.error());
    if (!go_on(progress, 0.5)) return fail(cancelled, path);
    return write_png(*image, path);
}

}  // namespace chronomap
