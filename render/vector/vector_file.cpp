#include "render/vector/vector_file.hpp"

#include <fstream>
#include <sstream>

#include "geo/base/atomic_file.hpp"
#include "render/vector/pdf_document.hpp"
#include "render/vector/svg_canvas.hpp"
#include "render/vector/vector_map.hpp"

namespace chronomap {
namespace {

/// "Subtitle. 1993. Sources": what the picture says beside its title.
std::string description_of(const Furniture& furniture) {
    std::string out;
    for (const std::string& part : {furniture.subtitle, furniture.date_caption, furniture.sources})
        if (!part.empty()) out += (out.empty() ? "" : ". ") + part;
    return out;
}

Result<void> write_svg(VectorMap& map, const Scene& scene, const View& view, const std::string& path,
                       const VectorOptions& options) {
    SvgCanvas canvas(map.fonts());
    map.draw(scene, view, canvas);
    return write_file_atomically(
        path, canvas.finished({view.width_px, view.height_px, options.px_per_inch, scene.furniture.title,
                               description_of(scene.furniture), "chronomap", options.document}));
}

Result<void> write_pdf(VectorMap& map, const Scene& scene, const View& view, const std::string& path,
                       const VectorOptions& options) {
    auto document = PdfDocument::create(
        path, {scene.furniture.title, description_of(scene.furniture), "chronomap", options.document}, map.fonts());
    if (!document) return tl::unexpected(document.error());
    (*document)->begin_page(view.width_px, view.height_px, options.px_per_inch);
    map.draw(scene, view, (*document)->canvas());
    return (*document)->finish();
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
    const auto map = VectorMap::create();
    if (!map) return tl::unexpected(map.error());
    return format == VectorFormat::svg ? write_svg(**map, scene, view, path, options)
                                       : write_pdf(**map, scene, view, path, options);
}

}  // namespace chronomap
