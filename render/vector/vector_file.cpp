#include "render/vector/vector_file.hpp"

#include <fstream>
#include <functional>
#include <sstream>

#include "geo/base/atomic_file.hpp"
#include "render/furniture/page.hpp"
#include "render/vector/pdf_document.hpp"
#include "render/vector/svg_canvas.hpp"
#include "render/vector/vector_map.hpp"

namespace chronomap {
namespace {

/// "Subtitle. 1993. Sources": what the picture says beside its title.
std::string description_of(const Furniture& furniture) {
    std::string out;
    for (const std::string& part :
         {furniture.settings.subtitle, furniture.settings.caption, furniture.date_caption, furniture.sources})
        if (!part.empty()) out += (out.empty() ? "" : ". ") + part;
    return out;
}

/// What is drawn, on a sheet of which size, and how the file tells it in words.
struct Drawing {
    int width_px = 0, height_px = 0;
    std::string title, description;
    std::function<void(VectorMap&, Canvas&)> draw;
};

Result<void> write_svg(VectorMap& map, const Drawing& drawing, const std::string& path, const VectorOptions& options) {
    SvgCanvas canvas(map.fonts());
    drawing.draw(map, canvas);
    return write_file_atomically(
        path, canvas.finished({drawing.width_px, drawing.height_px, options.px_per_inch, drawing.title,
                               drawing.description, "chronomap", options.document}));
}

Result<void> write_pdf(VectorMap& map, const Drawing& drawing, const std::string& path, const VectorOptions& options) {
    auto document =
        PdfDocument::create(path, {drawing.title, drawing.description, "chronomap", options.document}, map.fonts());
    if (!document) return tl::unexpected(document.error());
    (*document)->begin_page(drawing.width_px, drawing.height_px, options.px_per_inch);
    drawing.draw(map, (*document)->canvas());
    return (*document)->finish();
}

Result<void> write(const Drawing& drawing, const std::string& path, VectorFormat format, const VectorOptions& options) {
    const auto map = VectorMap::create();
    if (!map) return tl::unexpected(map.error());
    return format == VectorFormat::svg ? write_svg(**map, drawing, path, options)
                                       : write_pdf(**map, drawing, path, options);
}

}  // namespace

Result<std::string> read_vector_document(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) return fail("cannot be read", path);
    const std::string text = std::move(bytes).str();
    return text.starts_with("%PDF") ? view_of_pdf(text) : view_of_svg(text);
}

Result<void> write_vector(const Scene& scene, const View& view, const std::string& path, VectorFormat format,
                          const VectorOptions& options) {
    return write({view.width_px, view.height_px, scene.furniture.title, description_of(scene.furniture),
                  [&](VectorMap& map, Canvas& canvas) { map.draw(scene, view, canvas); }},
                 path, format, options);
}

Result<void> write_vector(const MapPage& page, const std::string& path, VectorFormat format,
                          const VectorOptions& options) {
    return write({page.sheet.width_px, page.sheet.height_px, page.title, page.description + ". " + page.credits,
                  [&](VectorMap& map, Canvas& canvas) { map.draw(page, canvas); }},
                 path, format, options);
}

}  // namespace chronomap
