#include "render/vector/pdf_pages.hpp"

#include <algorithm>
#include <cassert>

#include "render/scene/style.hpp"
#include "render/vector/index_pages.hpp"
#include "render/vector/pdf_document.hpp"
#include "render/vector/sentence_pages.hpp"
#include "render/vector/vector_map.hpp"

namespace chronomap {
namespace {

constexpr const char* name_of_index = "index";
constexpr const char* name_of_sentences = "sentences";
/// More events than this are a data set, not a story: their sentences are left out.
constexpr std::size_t most_sentences = 3000;

std::string name_of_event(EventIndex event) {
    return "event" + std::to_string(event);
}

constexpr const char* heading_of_sentences = "Sentences";

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
    EventSetPtr told;                                ///< the events whose sentences stand at the end; may be null
    std::vector<std::vector<std::size_t>> pages_of;  ///< of each event: the maps' page numbers
    std::shared_ptr<const Style> style;
    NamingPolicy naming{};
    View view;

    void write_index(const Options& options, const View& view, const Style& style) {
        std::vector<std::string> entries = titles;
        if (told) entries.push_back(heading_of_sentences);
        const auto pages = lay_out_index(options.title, options.subtitle, entries, view, style, map->fonts());
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
                document->begin_link(entry.map < titles.size() ? name_of_map(entry.map) : name_of_sentences);
                canvas.draw_texts(entry.texts);
                document->end_link();
            }
            number_page(view, style, i + 1);
            if (i == 0) document->name_place(name_of_index);
        }
    }

    void write_sentences() {
        std::vector<SentenceEntry> entries;
        for (std::size_t i = 0; i < told->events.size(); ++i) {
            const Event& event = told->events[i];
            entries.push_back({display_name(*event.place, naming, event.place_surface, told->spans[i]),
                               describe(event.date), event.quote, title_of_article(event), pages_of[i]});
        }
        const auto pages = lay_out_sentences(entries, heading_of_sentences, view, *style, map->fonts());
        for (std::size_t i = 0; i < pages.size(); ++i) {
            document->begin_page(view.width_px, view.height_px, px_per_inch);
            if (i == 0) document->mark_page(heading_of_sentences);
            Canvas& canvas = document->canvas();
            Path paper;
            paper.add_box(0, 0, view.width_px, view.height_px);
            canvas.fill(paper, style->page);
            for (const auto& text : pages[i].texts) {
                if (text.page > 0) document->begin_link(name_of_map(text.page - index_pages - 1));
                canvas.draw_texts({&text.item, 1});
                if (text.page > 0) document->end_link();
            }
            if (i == 0) document->name_place(name_of_sentences);
            for (const auto& target : pages[i].targets)
                document->name_place(name_of_event(static_cast<EventIndex>(target.entry)), target.x, target.y);
            document->begin_link(name_of_index);
            number_page(view, *style, index_pages + titles.size() + i + 1);
            document->end_link();
        }
    }

    std::string title_of_article(const Event& event) const {
        const auto found = std::ranges::find_if(
            told->articles, [&](const ExtractionPtr& each) { return each->article.id == event.article_id; });
        return found == told->articles.end() ? std::string() : (*found)->article.title;
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
    impl->style = scene.style ? scene.style : default_style();
    impl->view = view;
    impl->naming = scene.naming;
    if (scene.events && !scene.events->events.empty() && scene.events->events.size() <= most_sentences) {
        impl->told = scene.events;
        impl->pages_of.resize(scene.events->events.size());
        impl->document->link_events(name_of_event);
    }
    impl->write_index(options, view, *impl->style);
    return std::unique_ptr<PdfPages>(new PdfPages(std::move(impl)));
}

void PdfPages::add(const Scene& scene, const View& view) {
    assert(impl_->maps < impl_->titles.size());
    const std::size_t map = impl_->maps++;
    PdfDocument& document = *impl_->document;
    document.begin_page(view.width_px, view.height_px, impl_->px_per_inch);
    document.mark_page(impl_->titles[map]);
    assert(!impl_->told || impl_->told == scene.events);
    if (impl_->told)
        for (const EventIndex event : scene.events->meeting(scene.time.effective()))
            impl_->pages_of[event].push_back(impl_->index_pages + map + 1);
    impl_->map->draw(scene, view, document.canvas());
    document.name_place(name_of_map(map));
    const auto style = scene.style ? scene.style : default_style();
    document.begin_link(name_of_index);
    impl_->number_page(view, *style, impl_->index_pages + map + 1);
    document.end_link();
}

Result<void> PdfPages::finish() {
    assert(impl_->maps == impl_->titles.size());
    if (impl_->told) impl_->write_sentences();
    return impl_->document->finish();
}

}  // namespace chronomap
