#include "render/vector/pdf_pages.hpp"

#include <doctest/doctest.h>

#include "render/scene/style.hpp"
#include "render/vector/index_pages.hpp"
#include "render/vector/sentence_pages.hpp"
#include "tests/render/scenes.hpp"
#include "tests/render/vector/outside_programs.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

Scene scene_of(int year) {
    Scene scene;
    scene.style = std::make_shared<const Style>();
    static const EventSetPtr events = all_sorts_of_events();
    scene.events = events;
    scene.time = {TimeMode::instant, span_of_year(year)};
    scene.furniture.date_caption = std::to_string(year);
    scene.furniture.sources = "Land: nobody";
    return scene;
}

View small_view() {
    return *fit_view({44, 38.3, 50, 42}, 480, 360, 1);
}

std::size_t count_of(const std::string& text, const std::string& words) {
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("an atlas has an index with page numbers and links, a bookmark for each map, and each map on its page") {
    if (!has_program("pdftohtml") || !has_program("pdftotext") || !has_program("pdftoppm")) return;
    const TemporaryFolder folder;
    const std::string path = folder.file("atlas.pdf");
    const std::string long_title = "Ղարաբաղ " + std::string(200, 'x');
    auto pages = PdfPages::create(path, {"The year 1993", long_title, "Today & after"}, scene_of(1993), small_view(),
                                  {"Atlas of tests", "Three maps", "{}", 96});
    REQUIRE(pages);
    for (const int year : {1993, 1950, 2020}) (*pages)->add(scene_of(year), small_view());
    REQUIRE((*pages)->finish());

    const std::string xml = output_of("pdftohtml -xml -i -stdout '" + path + "'");
    const std::size_t count = count_of(xml, "<page number");
    CHECK(count > 1 + 3);
    for (const char* title : {"Index", "The year 1993", "Today &amp; after", long_title.c_str(), "Sentences"})
        CHECK_MESSAGE(count_of(xml, std::string(">") + title + "</item>") == 1, title);
    const std::string index = output_of("pdftotext -layout -l 1 '" + path + "' -");
    CHECK(index.find("Atlas of tests") != index.npos);
    CHECK(index.find("The year 1993") < index.find("2\n"));
    CHECK(index.find("…") != index.npos);  // the long title does not reach its number
    CHECK(output_of("pdftotext -f 4 '" + path + "' -").find("2020") != std::string::npos);
    for (int page = 2; page <= 4; ++page) CHECK(xml.find("atlas.html#" + std::to_string(page)) != xml.npos);
    if (const char* keep = std::getenv("CHRONOMAP_KEEP_PICTURES"))
        std::filesystem::copy(path, std::string(keep) + "/atlas.pdf",
                              std::filesystem::copy_options::overwrite_existing);
    CHECK(count_of(xml, "atlas.html#1\"") == count - 1);  // back from each page
    if (has_program("qpdf")) CHECK(output_of("qpdf --check '" + path + "'").find("WARNING") == std::string::npos);
    // The second page is the map that a picture of its own shows, but for the page number.
    const Image map = *render_snapshot(scene_of(1993), small_view());
    CHECK(share_of_squares_that_differ(drawn_pdf(path, 2), map) < 0.02);
}

TEST_CASE("an atlas ends with the sentences of its events; marks lead there, and page numbers back") {
    if (!has_program("pdftohtml") || !has_program("pdftotext")) return;
    const TemporaryFolder folder;
    const std::string path = folder.file("atlas.pdf");
    std::vector<Event> events{event_at(town("Aghdam", 46.9, 40), EventKind::battle, 1, "1993-07-23"),
                              event_at(town("Lachin", 46.5, 39.6), EventKind::attack, 1, "1992/1993")};
    events[0].quote = "They reached Aghdam.";
    events[1].quote = "It lasted two years.";
    Scene scene = scene_of(1992);
    scene.events = event_set(std::move(events));
    auto pages = PdfPages::create(path, {"1992", "1993"}, scene, small_view(), {});
    REQUIRE(pages);
    (*pages)->add(scene, small_view());
    scene.time.span = span_of_year(1993);
    (*pages)->add(scene, small_view());
    REQUIRE((*pages)->finish());
    const std::string text = output_of("pdftotext -raw -f 4 '" + path + "' -");
    CHECK(text.find("Lachin, 1992 – 1993") < text.find("“It lasted two years.”"));
    CHECK(text.find("“It lasted two years.”\np. 2, 3") != text.npos);
    CHECK(text.find("“They reached Aghdam.”\np. 3") != text.npos);
    // From a map's mark to the sentences, and back to the map.
    CHECK(output_of("pdfinfo -dests '" + path + "'").find("\"event1\"") != std::string::npos);
    CHECK(output_of("pdftohtml -xml -i -stdout -f 4 '" + path + "'").find("atlas.html#3") != std::string::npos);
}

TEST_CASE("an atlas given up before its end leaves nothing") {
    const TemporaryFolder folder;
    const std::string path = folder.file("atlas.pdf");
    {
        auto pages = PdfPages::create(path, {"a", "b"}, scene_of(1993), small_view(), {});
        REQUIRE(pages);
        (*pages)->add(scene_of(1993), small_view());
    }
    CHECK(std::filesystem::is_empty(std::filesystem::path(path).parent_path()));
}

TEST_CASE("more pages of the same map cost little more than one") {
    const TemporaryFolder folder;
    const auto size_with = [&](std::size_t maps) {
        const std::string path = folder.file(std::to_string(maps) + ".pdf");
        auto pages = PdfPages::create(path, std::vector<std::string>(maps, "map"), scene_of(1950), small_view(), {});
        REQUIRE(pages);
        for (std::size_t i = 0; i < maps; ++i) (*pages)->add(scene_of(1950), small_view());
        REQUIRE((*pages)->finish());
        return bytes_of(path).size();
    };
    const std::size_t one = size_with(1);
    CHECK(size_with(9) < 4 * one);
}

TEST_CASE("sentences stay inside their page and column, however long they are") {
    auto fonts = FontSet::open();
    REQUIRE(fonts);
    const View view = small_view();
    std::vector<SentenceEntry> entries(30, {"Aghdam", "1993", "A sentence.", "An article", {2, 3, 4}});
    entries[3].quote = std::string(4000, 'x');
    for (int i = 0; i < 1000; ++i) entries[4].quote += " word";
    entries[5].map_pages.assign(200, 12345);
    const auto pages = lay_out_sentences(entries, "Sentences", view, Style{}, **fonts);
    std::size_t entry = 0;
    for (const SentencePage& page : pages) {
        for (const auto& target : page.targets) CHECK(target.entry == entry++);
        for (const auto& [item, leads_to] : page.texts) {
            CHECK(item.x + (*fonts)->shape(item.text, item.role, item.size_px).width <= view.width_px);
            CHECK(item.baseline < view.height_px);
        }
    }
    CHECK(entry == entries.size());
}

TEST_CASE("an index goes on over as many pages as it needs; entries lie inside the page and not over each other") {
    auto fonts = FontSet::open();
    REQUIRE(fonts);
    const View view = small_view();
    const std::vector<std::string> titles(100, "A title of some length that does not fit into a column, however wide");
    const auto pages = lay_out_index("Atlas", "of a hundred maps", titles, view, Style{}, **fonts);
    CHECK(pages.size() > 1);
    std::size_t entries = 0;
    for (const IndexPage& page : pages) {
        for (std::size_t i = 0; i < page.entries.size(); ++i) {
            const IndexEntry& entry = page.entries[i];
            CHECK(entry.map == entries++);
            CHECK(entry.box.left >= 0);
            CHECK(entry.box.right <= view.width_px);
            CHECK(entry.box.bottom <= view.height_px);
            for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(entry.box.meets(page.entries[k].box));
            for (const TextItem& item : entry.texts) {
                const float width = (*fonts)->shape(item.text, item.role, item.size_px, item.letter_spacing_px).width;
                CHECK(item.x + width <= entry.box.right + 0.5);
            }
        }
    }
    CHECK(entries == titles.size());
    // The first map's number follows the index's own pages.
    const auto& first = pages[0].entries[0].texts;
    CHECK(std::ranges::any_of(first,
                              [&](const TextItem& item) { return item.text == std::to_string(pages.size() + 1); }));
}
