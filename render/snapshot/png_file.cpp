#include <png.h>

#include <algorithm>

#include "render/snapshot/image.hpp"
#include "render/snapshot/png_stream.hpp"

namespace chronomap {
Result<void> write_png(const Image& image, const std::string& path) {
    if (image.rgba.size() != static_cast<std::size_t>(std::max(0, image.width)) * std::max(0, image.height) * 4)
        return fail("this image is empty", path);
    PngDetails details;
    for (std::size_t i = 3; i < image.rgba.size() && details.pixels == PngPixels::rgb; i += 4)
        if (image.rgba[i] != 255) details.pixels = PngPixels::rgba;
    auto png = PngStream::create(path, image.width, image.height, details);
    if (!png) return tl::unexpected(png.error());
    if (auto added = png->add_rows(image.rgba); !added) return added;
    return png->finish();
}

Result<Image> read_png(const std::string& path) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&header, path.c_str())) return fail(header.message, path);
    header.format = PNG_FORMAT_RGBA;
    Image image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    image.rgba.resize(PNG_IMAGE_SIZE(header));
    if (!png_image_finish_read(&header, nullptr, image.rgba.data(), 0, nullptr)) {
        std::string message = header.message;
        png_image_free(&header);
        return fail(std::move(message), path);
    }
    return image;
}

}  // namespace chronomap
