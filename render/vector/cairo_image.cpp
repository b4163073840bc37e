#include "render/vector/cairo_image.hpp"

#include <cairo.h>

#include <cmath>
#include <cstring>
#include <memory>

namespace chronomap {
namespace {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyPattern {
    void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// Calls `row(bytes, y)` for each row of a new surface. Nothing when there is no memory.
template <class Row>
Surface surface_of(cairo_format_t format, const Image& image, const Row& row) {
    Surface surface(cairo_image_surface_create(format, image.width, image.height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
    unsigned char* bytes = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < image.height; ++y) row(bytes + static_cast<std::ptrdiff_t>(y) * stride, y);
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

const std::uint8_t* pixel(const Image& image, int x, int y) {
    return image.rgba.data() +
           (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4;
}

/// The colour of a pixel; of a clear one, that of a neighbour that is not.
const std::uint8_t* colour_at(const Image& image, int x, int y) {
    const std::uint8_t* own = pixel(image, x, y);
    if (own[3] > 0) return own;
    for (const auto& [dx, dy] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}) {
        const int nx = x + dx, ny = y + dy;
        if (nx < 0 || ny < 0 || nx >= image.width || ny >= image.height) continue;
        if (const std::uint8_t* next = pixel(image, nx, ny); next[3] > 0) return next;
    }
    return own;
}

}  // namespace

void draw_image_on(cairo_t* cairo, const Image& image, const PixelBox& box, double opacity) {
    // Colour and alpha apart: of colours times alpha Cairo writes what is clear as black, and readers that mix
    // neighbours would draw a dark edge around the picture.
    const Surface colours = surface_of(CAIRO_FORMAT_RGB24, image, [&](unsigned char* row, int y) {
        for (int x = 0; x < image.width; ++x) {
            const std::uint8_t* rgb = colour_at(image, x, y);
            const std::uint32_t word = std::uint32_t{rgb[0]} << 16 | std::uint32_t{rgb[1]} << 8 | rgb[2];
            std::memcpy(row + static_cast<std::ptrdiff_t>(x) * 4, &word, 4);
        }
    });
    const Surface alpha = surface_of(CAIRO_FORMAT_A8, image, [&](unsigned char* row, int y) {
        for (int x = 0; x < image.width; ++x)
            row[x] = static_cast<unsigned char>(std::lround(pixel(image, x, y)[3] * opacity));
    });
    if (!colours || !alpha) return;
    cairo_save(cairo);
    cairo_translate(cairo, box.left, box.top);
    cairo_scale(cairo, (box.right - box.left) / image.width, (box.bottom - box.top) / image.height);
    cairo_rectangle(cairo, 0, 0, image.width, image.height);
    cairo_clip(cairo);
    cairo_set_source_surface(cairo, colours.get(), 0, 0);
    // The edge's pixels do not fade out over its border.
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
    const std::unique_ptr<cairo_pattern_t, DestroyPattern> mask(cairo_pattern_create_for_surface(alpha.get()));
    cairo_pattern_set_extend(mask.get(), CAIRO_EXTEND_PAD);
    cairo_mask(cairo, mask.get());
    cairo_restore(cairo);
}

}  // namespace chronomap
