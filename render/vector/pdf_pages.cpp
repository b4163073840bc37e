#include "render/vector/pdf_pages.hpp"

#include <cassert>

#include "render/scene/style.hpp"
#include "render/vector/index_pages.hpp"
#include "render/vector/pdf_document.hpp"
#include "render/vector/vector_map.hpp"

namespace chronomap {
namespace {

constexpr const char* name_of_index = "index";

std::string name_of_map(std::size_t map) {
    return "map" + std::to_string(map);
}

}  // namespace

struct PdfPages::Impl {
    std::unique_ptr<VectorMap> map;  // the document uses its fonts
    std::unique_ptr<PdfDocument> document;
    std::vector<std::string> titles;
    double px_per_inch = 96;
    std::size_t index_pages = 0, maps = 0;

    void write_index(const Options& options, const View& view, const Style& style) {
        const auto pages = lay_out_index(options.title, options.subtitle, titles, view, style, map->fonts());
        index_pages = pages.size();
        for (std::size_t i = 0; i < pages.size(); ++i) {
            document->begin_page(view.width_px, view.height_px, px_per_inch);
            if (i == 0) document->mark_page("Index");
            Canvas& canvas = document->canvas();
            Path paper;
            paper.add_box(0, 0, view.width_px, view.height_px);
            canvas.fill(paper, style.page);
            canvas.draw_texts(pages[i].heading);
            for (const IndexEntry& entry : pages[i].entries) {
                canvas.stroke(entry.leader, entry.leader_stroke);
                document->begin_link(name_of_map(entry.map));
                canvas.draw_texts(entry.texts);
                document->end_link();
            }
            number_page(view, style, i + 1);
            if (i == 0) document->name_page(name_of_index);
        }
    }

    /// In the corner, where no source line reaches.
    void number_page(const View& view, const Style& style, std::size_t page) {
        TextItem item;
        item.text = std::to_string(page);
        item.role = FontRole::bold;
        const auto ratio = static_cast<float>(view.pixel_ratio);
        item.size_px = 8 * ratio;
        item.colour = style.of(TextClass::sources).colour;
        const float width = map->fonts().shape(item.text, item.role, item.size_px).width;
        item.x = static_cast<float>(view.width_px) - width - 3 * ratio;
        item.baseline = static_cast<float>(view.height_px) - 4 * ratio;
        document->canvas().draw_texts({&item, 1});
    }
};

PdfPages::PdfPages(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PdfPages::~PdfPages() = default;

Result<std::unique_ptr<PdfPages>> PdfPages::create(const std::string& path, const std::vector<std::string>& titles,
                                                   const Scene& scene, const View& view, const Options& options) {
    auto impl = std::make_unique<Impl>();
    auto map = VectorMap::create();
    if (!map) return tl::unexpected(map.error());
    impl->map = std::move(*map);
    auto document = PdfDocument::create(
        path, {options.title, std::to_string(titles.size()) + " maps", "chronomap", options.document},
        impl->map->fonts());
    if (!document) return tl::unexpected(document.error());
    impl->document = std::move(*document);
    impl->titles = titles;
    impl->px_per_inch = options.px_per_inch;
    const auto style = scene.style ? scene.style : default_style();
    impl->write_index(options, view, *style);
    return std::unique_ptr<PdfPages>(new PdfPages(std::move(impl)));
}

void PdfPages::add(const Scene& scene, const View& view) {
    assert(impl_->maps < impl_->titles.size());
    const std::size_t map = impl_->maps++;
    PdfDocument& document = *impl_->document;
    document.begin_page(view.width_px, view.height_px, impl_->px_per_inch);
    document.mark_page(impl_->titles[map]);
    impl_->map->draw(scene, view, document.canvas());
    document.name_page(name_of_map(map));
    const auto style = scene.style ? scene.style : default_style();
    document.begin_link(name_of_index);
    impl_->number_page(view, *style, impl_->index_pages + map + 1);
    document.end_link();
}

Result<void> PdfPages::finish() {
    assert(impl_->maps == impl_->titles.size());
    return impl_->document->finish();
}

}  // namespace chronomap
