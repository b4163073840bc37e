#include <png.h>

#include <csetjmp>

#include "geo/base/atomic_file.hpp"
#include "render/snapshot/image.hpp"

namespace chronomap {
namespace {

void append(png_structp png, png_bytep bytes, png_size_t count) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), count);
}

/// The whole PNG in memory. Opaque images are stored without alpha. False: libpng gave up.
/// No object with a destructor lives across setjmp.
bool encode(const Image& image, bool opaque, std::uint8_t* row, std::string& out) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &out, append, nullptr);
    png_set_IHDR(png, info, image.width, image.height, 8, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    // A map has large even areas: level 1 without filters is a fifth of the time for a tenth more bytes.
    png_set_compression_level(png, 1);
    png_set_filter(png, 0, PNG_FILTER_NONE);
    png_write_info(png, info);
    for (int y = 0; y < image.height; ++y) {
        const std::uint8_t* source = image.rgba.data() + static_cast<std::size_t>(y) * image.width * 4;
        if (opaque) {
            for (int x = 0; x < image.width; ++x) {
                row[3 * x] = source[4 * x];
                row[3 * x + 1] = source[4 * x + 1];
                row[3 * x + 2] = source[4 * x + 2];
            }
            source = row;
        }
        png_write_row(png, source);
    }
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return true;
}

}  // namespace

Result<void> write_png(const Image& image, const std::string& path) {
    if (image.width < 1 || image.height < 1 ||
        image.rgba.size() != static_cast<std::size_t>(image.width) * image.height * 4)
        return fail("this image is empty", path);
    bool opaque = true;
    for (std::size_t i = 3; i < image.rgba.size() && opaque; i += 4) opaque = image.rgba[i] == 255;
    std::string bytes;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(image.width) * 3);
    if (!encode(image, opaque, row.data(), bytes)) return fail("libpng cannot write this image", path);
    return write_file_atomically(path, bytes);
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
