#include "render/furniture/comparison_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "render/furniture/comparison_table.hpp"
#include "render/snapshot/offscreen_renderer.hpp"
#include "tests/render/baseline.hpp"
#include "tests/render/scenes.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

FontSet& fonts() {
    static const std::unique_ptr<FontSet> set = [] {
        auto opened = FontSet::open();
        REQUIRE(opened);
        return std::move(*opened);
    }();
    return *set;
}

EventSetPtr two_years() {
    std::vector<Event> events;
    events.push_back(event_at(town("Aghdam", 46.93, 39.99), EventKind::control_change));
    events.push_back(event_at(town("Aghdam", 46.93, 39.99), EventKind::displacement));
    events.push_back(event_at(town("Aghdam", 46.93, 39.99), EventKind::control_change, 1, "2020"));
    events.push_back(event_at(town("Kalbajar", 46.04, 40.1), EventKind::battle));
    events.push_back(event_at(town("Shusha", 46.75, 39.76), EventKind::legal_act, 1, "1990/2023"));
    events.push_back(event_at(town("Ganja", 46.36, 40.68), EventKind::attack, 1, "2020-10"));
    events.push_back(event_at(region("area", {{46.2, 39.3}, {47.1, 39.2}, {47.2, 40.2}, {46.4, 40.3}, {46.2, 39.3}}),
                              EventKind::negotiation, 1, "2020~"));
    return event_set(std::move(events));
}

Scene scene_of(int year) {
    Scene scene;
    scene.style = std::make_shared<const Style>();
    scene.events = two_years();
    scene.time = {TimeMode::instant, span_of_year(year)};
    scene.furniture.title = "Two years";
    scene.furniture.date_caption = std::to_string(year);
    scene.furniture.sources = "Nobody's data, public domain";
    return scene;
}

ComparisonSheet sheet_of(int width, int height, double ratio = 1) {
    return {width, height, ratio, {45.5, 39, 47.5, 41}, ""};
}

Result<MapPage> page_of(int width, int height, double ratio = 1) {
    Scene first = scene_of(1993), second = scene_of(2020);
    second.events = first.events;
    return lay_out_comparison(first, second, sheet_of(width, height, ratio), fonts());
}

PixelBox box_of(const PageMap& map) {
    return {double(map.x_px), double(map.y_px), double(map.x_px + map.view.width_px),
            double(map.y_px + map.view.height_px)};
}

std::size_t times_told(const MapPage& page, std::string_view words) {
    return static_cast<std::size_t>(
        std::ranges::count_if(page.around.texts, [&](const TextItem& item) { return item.text == words; }));
}

}  // namespace

TEST_CASE("at every size the maps lie on the sheet, apart from each other and from all that is written around them") {
    struct Size {
        int width, height;
        double ratio;
    };
    for (const auto& [width, height, ratio] : {Size{320, 240, 1},
                                               {640, 360, 1},
                                               {800, 600, 1},
                                               {600, 900, 1},
                                               {1920, 1080, 1},
                                               {1240, 1754, 1},
                                               {3840, 2160, 2},
                                               {3840, 2160, 1}}) {
        CAPTURE(width);
        CAPTURE(height);
        const auto page = page_of(width, height, ratio);
        REQUIRE(page);
        REQUIRE(page->maps.size() == 2);
        const PixelBox first = box_of(page->maps[0]), second = box_of(page->maps[1]);
        CHECK_FALSE(first.meets(second));
        for (const PixelBox& box : {first, second}) {
            CHECK((box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height));
            CHECK(box.right - box.left >= 0.44 * std::min(width, height));
            CHECK(box.bottom - box.top >= 0.2 * std::min(width, height));
        }
        for (const TextItem& item : page->around.texts) {
            CAPTURE(item.text);
            const ShapedText& shaped = fonts().shape(item.text, item.role, item.size_px, item.letter_spacing_px);
            const PixelBox words{item.x, item.baseline - item.size_px * 0.72, item.x + shaped.width,
                                 item.baseline + item.size_px * 0.22};
            CHECK((words.left >= 0 && words.top >= 0 && words.right <= width && words.bottom <= height));
            CHECK_FALSE(words.meets(first));
            CHECK_FALSE(words.meets(second));
        }
    }
}

TEST_CASE("both maps have one extent; they stand side by side, or above each other on an upright sheet") {
    const auto wide = page_of(1200, 700), high = page_of(700, 1200);
    REQUIRE(wide);
    REQUIRE(high);
    for (const MapPage& page : {*wide, *high}) CHECK(page.maps[0].view == page.maps[1].view);
    CHECK(wide->maps[0].y_px == wide->maps[1].y_px);
    CHECK(high->maps[0].x_px == high->maps[1].x_px);
    CHECK(wide->maps[0].scene.furniture.date_caption == "1993");
    CHECK(wide->maps[1].scene.furniture.date_caption == "2020");
}

TEST_CASE("the counts of what ended, stayed and appeared are told, and the sources once") {
    const auto page = page_of(1200, 800);
    REQUIRE(page);
    CHECK(times_told(*page, "3 events · 1 place") == 1);   // 1993 only: Kalbajar
    CHECK(times_told(*page, "1 event · 2 places") == 1);   // both: Aghdam, Shusha
    CHECK(times_told(*page, "3 events · 2 places") == 1);  // 2020 only: Ganja and the area
    CHECK(times_told(*page, "Aghdam (2, then 1), Shusha (1, then 1)") == 1);
    CHECK(times_told(*page, "7 of 7 events shown") == 1);
    CHECK(times_told(*page, "Names: as the articles write them · Nobody's data, public domain") == 1);
    for (const PageMap& map : page->maps) CHECK_FALSE(map.scene.furniture.sources_line);
}

TEST_CASE("however few rows there are, each column adds up to its events") {
    const EventSetPtr events = all_sorts_of_events();
    const Comparison comparison = compare(*events, span_of_year(1993), span_of_year(2020));
    for (const std::size_t most : {1u, 2u, 3u, 7u, 20u}) {
        CAPTURE(most);
        const auto rows = compared_rows(*events, comparison, most);
        CHECK(rows.size() <= most);
        for (std::size_t share = 0; share < compared_in_count; ++share) {
            std::size_t sum = 0;
            for (const ComparedRow& row : rows) sum += row.counts[share];
            CHECK(sum == comparison.shares[share].events.size());
        }
    }
}

TEST_CASE("places that have no room are counted") {
    std::vector<Event> many;
    for (int i = 0; i < 40; ++i)
        many.push_back(event_at(town(("Town" + std::to_string(i)).c_str(), 46 + i * 0.01, 40), EventKind::battle));
    const EventSetPtr events = event_set(std::move(many));
    const Comparison comparison = compare(*events, span_of_year(1993), span_of_year(2020));
    const auto style = std::make_shared<const Style>();
    const View view = *fit_view({44, 38, 50, 42}, 900, 600, 1);
    const SheetWriter writer(*style, view, fonts());
    const auto lines =
        place_lines(comparison.of(ComparedIn::first_only), NamingPolicy::source, all_time, writer, 10, 300, 2);
    REQUIRE(lines.size() <= 2);
    std::string all;
    for (const std::string& line : lines) all += line + " ";
    const auto named = static_cast<std::size_t>(std::ranges::count(all, ',')) + 1;
    CHECK(all.find(" and " + std::to_string(40 - named) + " more") != std::string::npos);
}

TEST_CASE("areas of both dates are told, and the sources of each map's own layers") {
    const auto layer_of = [](const char* name, const char* source, int begin, int end) {
        auto layer = std::make_shared<MapLayer>();
        layer->source = source;
        LayerFeature area;
        area.name = name;
        area.parts = {{{46, 39.5}, {47, 39.5}, {47, 40.5}, {46, 40.5}, {46, 39.5}}};
        area.span = {first_day_of(begin), first_day_of(end)};
        layer->features.push_back(area);
        return layer;
    };
    Scene first = scene_of(1993), second = scene_of(2020);
    first.layers = second.layers = {layer_of("Old", "An old book", 1923, 1994),
                                    layer_of("New", "A new book", 2000, 2030), layer_of("Long", "", 1900, 2030)};
    const auto page = lay_out_comparison(first, second, sheet_of(1400, 900), fonts());
    REQUIRE(page);
    const auto areas = compared_areas(first, second, page->sheet);
    CHECK(areas[0] == std::vector<std::string>{"Old"});
    CHECK(areas[1] == std::vector<std::string>{"Long"});
    CHECK(areas[2] == std::vector<std::string>{"New"});
    CHECK(page->credits == "Nobody's data, public domain · An old book · A new book");
    CHECK(times_told(*page, "Old") == 2);  // in the table and beside its colour
    std::string all;
    for (const TextItem& item : page->around.texts) all += item.text + " ";
    CHECK(all.find("A new book") != std::string::npos);
}

TEST_CASE("a sheet without room for two maps is refused, and so is an unknown projection") {
    CHECK_FALSE(page_of(200, 150));
    ComparisonSheet sheet = sheet_of(800, 600);
    sheet.crs = "EPSG:0";
    CHECK_FALSE(lay_out_comparison(scene_of(1993), scene_of(2020), sheet, fonts()));
}

TEST_CASE("a comparison looks as it did") {
    const auto page = page_of(560, 400);
    REQUIRE(page);
    OffscreenRenderer renderer;
    const TemporaryFolder folder;
    REQUIRE(renderer.write(*page, folder.file("a.png")));
    const auto image = read_png(folder.file("a.png"));
    REQUIRE(image);
    check_baseline(*image, "comparison");
}

TEST_CASE("a comparison as SVG or PDF has both maps and every word of the table") {
    const auto page = page_of(800, 600);
    REQUIRE(page);
    OffscreenRenderer renderer;
    const TemporaryFolder folder;
    for (const char* name : {"a.svg", "a.pdf"}) REQUIRE(renderer.write(*page, folder.file(name)));
    std::ifstream file(folder.file("a.svg"));
    const std::string svg{std::istreambuf_iterator<char>(file), {}};
    for (const char* words : {">1993</text>", ">2020</text>", ">1993 only</text>", ">In both</text>",
                              ">Kalbajar</text>", "Nobody's data, public domain"})
        CHECK_MESSAGE(svg.find(words) != std::string::npos, words);
    CHECK(svg.find("translate(" + std::to_string(page->maps[1].x_px)) != std::string::npos);
    CHECK(std::filesystem::file_size(folder.file("a.pdf")) > 5000);
}

TEST_CASE("a comparison that is stopped, or of a kind that has no pages, leaves no file") {
    const auto page = page_of(560, 400);
    REQUIRE(page);
    OffscreenRenderer renderer;
    const TemporaryFolder folder;
    int calls = 0;
    const auto stopped = renderer.write(*page, folder.file("a.png"), {}, [&](double) { return ++calls < 2; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().message == cancelled);
    CHECK_FALSE(renderer.write(*page, folder.file("a.tif")));
    CHECK_FALSE(renderer.write(*page, folder.file("none/a.png")));
    CHECK(std::filesystem::is_empty(folder.path));
}
