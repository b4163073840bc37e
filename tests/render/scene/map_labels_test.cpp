#include "render/scene/map_labels.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap_writer.hpp"
#include "render/furniture/furniture_layout.hpp"
#include "render/scene/label_fader.hpp"
#include "render/scene/style.hpp"
#include "tests/render/scenes.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

FontSet& fonts() {
    static const std::unique_ptr<FontSet> set = *FontSet::open();
    return *set;
}

/// Towns, winding rivers, countries and lakes at random places of a small part of the world.
std::shared_ptr<const Basemap> random_basemap(std::mt19937& random, const TemporaryFolder& folder) {
    const auto between = [&](double low, double high) {
        return low + (high - low) * (static_cast<double>(random()) / 4294967295.0);
    };
    const auto name = [&](const char* first) {
        std::string text = first;
        for (int i = static_cast<int>(between(2, 9)); i > 0; --i) text += static_cast<char>('a' + random() % 26);
        return text;
    };
    const auto box = [](double west, double south, double size) {
        return std::vector<LonLat>{
            {west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}, {west, south}};
    };
    BasemapContent content;
    content.layer(BasemapLayer::land).push_back({{box(30, 30, 25)}, "", "", ""});
    for (int i = 0; i < 4; ++i)
        content.layer(BasemapLayer::country_areas)
            .push_back({{box(42 + 3 * (i % 2), 37 + 3 * (i / 2), 2.9)}, name("C"), "", ""});
    for (int i = 0; i < 3; ++i)
        content.layer(BasemapLayer::lakes)
            .push_back({{box(between(42, 47), between(37, 42), between(0.2, 1.2))}, name("L"), "", ""});
    for (int i = 0; i < 8; ++i) {
        std::vector<LonLat> line{{between(42, 48), between(37, 43)}};
        double heading = between(0, 6.28);
        for (int k = 0; k < 120; ++k) {
            heading += between(-0.25, 0.25);
            line.push_back({line.back().lon + 0.04 * std::cos(heading), line.back().lat + 0.04 * std::sin(heading)});
        }
        content.layer(BasemapLayer::rivers).push_back({{line}, name("R"), "", ""});
    }
    for (int i = 0; i < 250; ++i) {
        BasemapInput town{{{{between(42, 48), between(37, 43)}}}, name("T"), "", ""};
        town.rank = static_cast<int>(random() % 10);
        town.kind = i % 40 == 0 ? 2 : 0;
        content.layer(BasemapLayer::places).push_back(town);
    }
    content.sources = {"nobody"};
    const std::string path = folder.file("random.pack");
    REQUIRE(write_basemap(content, path));
    return *Basemap::open(path);
}

EventSetPtr random_events(std::mt19937& random) {
    std::vector<Event> events;
    for (int i = 0; i < 25; ++i) {
        const std::string id = "event place " + std::to_string(i);
        events.push_back(
            event_at(town(id.c_str(), 42 + 6 * (random() % 1000) / 1000.0, 37 + 6 * (random() % 1000) / 1000.0),
                     static_cast<EventKind>(random() % event_kind_count), 1 + random() % 9));
    }
    return event_set(std::move(events));
}

/// The boxes of a text's letters without the room around them.
std::vector<PixelBox> boxes_of(const TextItem& text) {
    const ShapedText& shaped = fonts().shape(text.text, text.role, text.size_px, text.letter_spacing_px);
    // As high as capitals and as deep as the baseline: what every text has.
    const float ascent = text.size_px * 0.6f;
    std::vector<PixelBox> boxes;
    if (text.path.empty())
        boxes.push_back({text.x, text.baseline - ascent, text.x + shaped.width, text.baseline});
    else
        for (const TurnedBox& box : boxes_along(shaped, text.path, ascent, 0))
            boxes.push_back({box.left, box.top, box.right, box.bottom});
    return boxes;
}

struct Layout {
    EventMarks marks;
    FurnitureLayout furniture;
    MapLabels labels;
};

Layout lay_out(const Scene& scene, const View& view, MapLabeller& labeller, LabelMemory memory = LabelMemory::none) {
    Layout layout;
    const Style& style = *scene.style;
    if (scene.events)
        layout.marks = arrange_events(*scene.events, scene.events->meeting(scene.time.effective()), view, style);
    layout.furniture = lay_out_furniture(scene, view, style, layout.marks, view.metres_per_px, fonts());
    layout.labels = labeller.lay_out(scene, view, style, layout.marks, layout.furniture.blocks, fonts(), memory);
    return layout;
}

Scene real_scene() {
    Scene scene;
    const auto basemap = Basemap::open(asset_path("basemap.pack"));
    REQUIRE(basemap);
    scene.basemap = *basemap;
    scene.style = default_style();
    return scene;
}

std::set<std::string> words_of(const MapLabels& labels) {
    std::set<std::string> words;
    for (const TextItem& text : labels.texts) words.insert(text.text);
    return words;
}

}  // namespace

TEST_CASE("over random maps no name overlaps another, a symbol, another town's dot or the furniture") {
    const TemporaryFolder folder;
    int along = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Scene scene;
        scene.style = default_style();
        scene.basemap = random_basemap(random, folder);
        scene.events = random_events(random);
        scene.time = {TimeMode::instant, span_of_year(1993)};
        scene.furniture.title = "Random";
        scene.furniture.date_caption = "1993";
        const double ratio = seed % 3 == 0 ? 2 : 1;
        const View view = *fit_view({42, 37, 48, 43}, seed % 2 ? 1280 : 800, seed % 2 ? 720 : 900, ratio);
        MapLabeller labeller;
        const Layout layout = lay_out(scene, view, labeller);
        std::vector<std::pair<PixelBox, std::size_t>> boxes;  // and whose they are
        for (std::size_t i = 0; i < layout.labels.texts.size(); ++i) {
            along += !layout.labels.texts[i].path.empty();
            for (const PixelBox& box : boxes_of(layout.labels.texts[i])) boxes.emplace_back(box, i);
        }
        CHECK(layout.labels.texts.size() > 20);
        std::vector<PixelBox> taken = layout.furniture.blocks;
        for (const EventMark& mark : layout.marks.symbols) {
            const double half = mark.radius_px * 0.7;
            taken.push_back({mark.x_px - half, mark.y_px - half, mark.x_px + half, mark.y_px + half});
        }
        for (const PanelItem& dot : layout.labels.dots)
            taken.push_back({dot.x, dot.y, dot.x + dot.width, dot.y + dot.height});
        int overlaps = 0, covered = 0, outside = 0;
        for (std::size_t a = 0; a < boxes.size(); ++a) {
            for (std::size_t b = a + 1; b < boxes.size(); ++b)
                overlaps += boxes[a].second != boxes[b].second && boxes[a].first.meets(boxes[b].first);
            for (const PixelBox& other : taken) covered += boxes[a].first.meets(other);
            outside += boxes[a].first.left < 0 || boxes[a].first.top < 0 || boxes[a].first.right > view.width_px ||
                       boxes[a].first.bottom > view.height_px;
        }
        CHECK(overlaps == 0);
        CHECK(covered == 0);
        CHECK(outside == 0);
    }
    CHECK(along > 20);
}

TEST_CASE("panned by 40 pixels at a time, names that stay in view keep their places") {
    const Scene scene = real_scene();
    View view = *fit_view({43, 38, 50, 42}, 1280, 720, 1);
    MapLabeller labeller;
    std::unordered_map<LabelKey, int> last;
    int stayed = 0, kept = 0, vanished = 0;
    for (int step = 0; step < 40; ++step) {
        const MapLabels labels = lay_out(scene, view, labeller, LabelMemory::keep).labels;
        std::unordered_map<LabelKey, int> now;
        for (std::size_t i = 0; i < labels.texts.size(); ++i) now[labels.text_keys[i]] = labels.candidates[i];
        for (const auto& [key, candidate] : last) {
            const auto found = now.find(key);
            if (found == now.end()) {
                ++vanished;
                continue;
            }
            ++stayed;
            kept += found->second == candidate;
        }
        last = now;
        const double direction = step * 0.7;
        view.centre_x += 40 * std::cos(direction) * view.metres_per_px;
        view.centre_y += 40 * std::sin(direction) * view.metres_per_px;
    }
    MESSAGE("stayed " << stayed << ", at the same place " << kept << ", vanished " << vanished);
    CHECK(stayed > 2000);
    CHECK(kept > 0.95 * stayed);
    CHECK(vanished < 0.1 * stayed);
}

TEST_CASE("zoomed by steps, names that stay in view keep their places") {
    const Scene scene = real_scene();
    View view = *fit_view({43, 38, 50, 42}, 1280, 720, 1);
    MapLabeller labeller;
    std::unordered_map<LabelKey, int> last;
    int stayed = 0, kept = 0;
    for (int step = 0; step < 30; ++step) {
        const MapLabels labels = lay_out(scene, view, labeller, LabelMemory::keep).labels;
        std::unordered_map<LabelKey, int> now;
        for (std::size_t i = 0; i < labels.texts.size(); ++i)
            if (labels.texts[i].path.empty()) now[labels.text_keys[i]] = labels.candidates[i];
        for (const auto& [key, candidate] : last)
            if (const auto found = now.find(key); found != now.end()) ++stayed, kept += found->second == candidate;
        last = now;
        view = zoomed_at(view, step < 15 ? 1.05 : 1 / 1.05, 600, 300);
    }
    MESSAGE("stayed " << stayed << ", at the same place " << kept);
    CHECK(kept > 0.95 * stayed);
}

TEST_CASE("without memory a layout depends on nothing that was before") {
    const Scene scene = real_scene();
    const View view = *fit_view({43, 38, 50, 42}, 900, 600, 1);
    View moved = view;
    moved.centre_x += 333 * view.metres_per_px;
    MapLabeller used, fresh;
    (void)lay_out(scene, moved, used, LabelMemory::keep);
    const MapLabels a = lay_out(scene, view, used).labels, b = lay_out(scene, view, fresh).labels;
    REQUIRE(a.texts.size() == b.texts.size());
    for (std::size_t i = 0; i < a.texts.size(); ++i) {
        CHECK(a.texts[i].text == b.texts[i].text);
        CHECK((a.texts[i].x == b.texts[i].x && a.texts[i].path == b.texts[i].path));
    }
}

TEST_CASE("rivers bear their names, along them and never upside down") {
    const Scene scene = real_scene();
    const View view = *fit_view({43, 38, 50, 42}, 1600, 1000, 1);
    MapLabeller labeller;
    const MapLabels labels = lay_out(scene, view, labeller).labels;
    const auto words = words_of(labels);
    CHECK(words.contains("Kura"));
    int along = 0;
    for (const TextItem& text : labels.texts)
        if (!text.path.empty()) {
            ++along;
            CHECK(text.path.front().x <= text.path.back().x);
        }
    CHECK(along >= 4);
}

TEST_CASE("a naming policy changes words alone: not the events, not where they are") {
    Place place;
    place.id = "test:town";
    place.name = "Khankendi";
    place.location = {46.75, 39.82};
    place.country = "AZ";
    for (const auto& [language, text] : {std::pair{"en", "Khankendi"},
                                         {"en", "Stepanakert"},
                                         {"az", "Xankəndi"},
                                         {"hy", "Ստեփանակերտ"},
                                         {"ru", "Степанакерт"}})
        place.names.push_back({text, language});
    Scene scene;
    scene.style = default_style();
    scene.time = {TimeMode::instant, span_of_year(1993)};
    Event event = event_at(std::make_shared<Place>(place), EventKind::battle);
    event.place_surface = "Xankendi";
    scene.events = event_set({event});
    const View view = *fit_view({45, 39, 48, 41}, 800, 600, 1);
    std::set<std::string> names;
    std::optional<Layout> first;
    for (const NamingPolicy policy : {NamingPolicy::source, NamingPolicy::en, NamingPolicy::az, NamingPolicy::hy,
                                      NamingPolicy::ru, NamingPolicy::official_at_date, NamingPolicy::dual}) {
        scene.naming = policy;
        MapLabeller labeller;
        const Layout layout = lay_out(scene, view, labeller);
        REQUIRE(layout.labels.texts.size() == 1);
        names.insert(layout.labels.texts[0].text);
        if (!first) first = layout;
        REQUIRE(layout.marks.symbols.size() == 1);
        CHECK(layout.marks.symbols[0].x_px == first->marks.symbols[0].x_px);
        CHECK(layout.marks.symbols[0].y_px == first->marks.symbols[0].y_px);
        CHECK(layout.marks.symbols[0].events == first->marks.symbols[0].events);
    }
    CHECK(names == std::set<std::string>{"Xankendi", "Khankendi", "Xankəndi", "Ստեփանակերտ", "Степанакерт",
                                         "Khankendi / Stepanakert"});
}

TEST_CASE("names fade in and out over a moment, and vanishing ones move with the map") {
    View view = *fit_view({43, 38, 50, 42}, 800, 600, 1);
    MapLabels labels;
    const auto add = [&](const char* text, LabelKey key) {
        TextItem item;
        item.text = text;
        item.x = 100;
        item.baseline = 50;
        labels.texts.push_back(item);
        labels.text_keys.push_back(key);
        labels.candidates.push_back(0);
    };
    add("first", 1);
    LabelFader fader;
    CHECK(fader.faded(labels, view, 10).texts[0].colour.a == 1);
    CHECK_FALSE(fader.fading());
    labels = {};
    add("second", 2);
    view.centre_x += 30 * view.metres_per_px;
    const MapLabels half = fader.faded(labels, view, 10.1);
    CHECK(fader.fading());
    REQUIRE(half.texts.size() == 2);
    CHECK(half.texts[0].text == "first");
    CHECK(half.texts[0].colour.a == doctest::Approx(0.5));
    CHECK(half.texts[0].x == doctest::Approx(70));
    CHECK(half.texts[1].colour.a == 0);
    CHECK(fader.faded(labels, view, 10.2).texts.back().colour.a == doctest::Approx(0.5));
    const MapLabels after = fader.faded(labels, view, 10.31);
    CHECK_FALSE(fader.fading());
    REQUIRE(after.texts.size() == 1);
    CHECK(after.texts[0].colour.a == 1);
}
