#include "render/snapshot/picture_document.hpp"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <fstream>
#include <memory>

#include "geo/io/geotiff_file.hpp"
#include "render/snapshot/picture.hpp"
#include "render/snapshot/png_stream.hpp"
#include "render/snapshot/video_file.hpp"
#include "render/vector/svg_canvas.hpp"
#include "render/vector/vector_file.hpp"

namespace chronomap {
namespace {

/// False: not a PNG, or a broken one. No object with a destructor lives across setjmp.
bool read_png_text(std::FILE* file, std::string& text) {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, nullptr);
        return false;
    }
    // The caller tells what is wrong, not libpng.
    png_set_error_fn(
        png, nullptr, [](png_structp broken, png_const_charp) { png_longjmp(broken, 1); },
        [](png_structp, png_const_charp) {});
    png_init_io(png, file);
    png_read_info(png, info);
    png_textp texts = nullptr;
    const int count = png_get_text(png, info, &texts, nullptr);
    for (int i = 0; i < count; ++i)
        if (texts[i].key == std::string_view(png_document_keyword))
            text.assign(texts[i].text, texts[i].itxt_length > 0 ? texts[i].itxt_length : texts[i].text_length);
    png_destroy_read_struct(&png, &info, nullptr);
    return true;
}

Result<std::string> document_of_png(const std::string& path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) return fail("cannot be read", path);
    std::string text;
    if (!read_png_text(file.get(), text)) return fail("is no PNG, or a broken one", path);
    return text;
}

/// JPEG, WebP and films carry the document in an XMP packet, which stands as text near the file's begin or end.
Result<std::string> document_of_xmp(const std::string& path) {
    constexpr std::streamoff near = 4 << 20;
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const std::streamoff size = file.tellg();
    if (!file) return fail("cannot be read", path);
    for (const std::streamoff from : {std::streamoff{0}, std::max<std::streamoff>(0, size - near)}) {
        std::string bytes(static_cast<std::size_t>(std::min(near, size - from)), '\0');
        file.seekg(from);
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!file) return fail("cannot be read", path);
        if (std::string view = view_of_svg(bytes); !view.empty() || from + near >= size) return view;
    }
    return std::string();
}

Result<std::string> document_in(const std::string& path) {
    const auto format = picture_format_from(path);
    if (!format && video_format_from(path)) return document_of_xmp(path);
    if (!format) return tl::unexpected(format.error());
    switch (*format) {
        case PictureFormat::png:
            return document_of_png(path);
        case PictureFormat::jpeg:
        case PictureFormat::webp:
            return document_of_xmp(path);
        case PictureFormat::geotiff:
            return document_of_geotiff(path);
        case PictureFormat::svg:
        case PictureFormat::pdf:
            break;
    }
    return read_vector_document(path);
}

}  // namespace

Result<std::string> read_picture_document(const std::string& path) {
    auto document = document_in(path);
    if (document && document->empty())
        return fail("this picture does not say how it was made", path, 0,
                    "open the article it was made from, or a picture that chronomap wrote");
    return document;
}

bool is_picture_path(const std::string& path) {
    return picture_format_from(path).has_value() || video_format_from(path).has_value();
}

}  // namespace chronomap
