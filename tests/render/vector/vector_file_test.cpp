#include "render/vector/vector_file.hpp"

#include <doctest/doctest.h>

#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap.hpp"
#include "geo/layers/map_layer.hpp"
#include "render/scene/style.hpp"
#include "render/snapshot/picture.hpp"
#include "render/vector/svg_canvas.hpp"
#include "tests/render/ground_map.hpp"
#include "tests/render/scenes.hpp"
#include "tests/render/vector/outside_programs.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

/// The share of squares that may differ; measured 0.0007 to 0.0063, and more than 0.03 without the events.
constexpr double alike = 0.01;

Scene scene_of_1993() {
    Scene scene;
    scene.style = std::make_shared<const Style>();
    scene.events = all_sorts_of_events();
    scene.time = {TimeMode::instant, span_of_year(1993)};
    scene.furniture.title = "Fish & chips <1993>";
    scene.furniture.date_caption = "1993";
    scene.furniture.sources = "Land: nobody";
    return scene;
}

View view_of_scene(int width, int height, double ratio = 1) {
    return *fit_view({44, 38.3, 50, 42}, width, height, ratio);
}

struct Differences {
    double svg = 1, pdf = 1;
};
Differences differences(const Scene& scene, const View& view) {
    const TemporaryFolder folder;
    REQUIRE(write_vector(scene, view, folder.file("a.svg"), VectorFormat::svg));
    REQUIRE(write_vector(scene, view, folder.file("a.pdf"), VectorFormat::pdf));
    const Image pixels = *render_snapshot(scene, view);
    if (const char* keep = std::getenv("CHRONOMAP_KEEP_PICTURES")) {
        static int number = 0;
        const std::string base = std::string(keep) + "/" + std::to_string(number++);
        (void)write_png(pixels, base + ".png");
        (void)write_png(drawn_svg(folder.file("a.svg")), base + ".svg.png");
        (void)write_png(drawn_pdf(folder.file("a.pdf")), base + ".pdf.png");
    }
    const Differences found{share_of_squares_that_differ(drawn_svg(folder.file("a.svg")), pixels),
                            share_of_squares_that_differ(drawn_pdf(folder.file("a.pdf")), pixels)};
    MESSAGE("squares that differ: SVG " << found.svg << ", PDF " << found.pdf);
    return found;
}

bool has_renderers() {
    return has_program("rsvg-convert") && has_program("pdftoppm");
}

}  // namespace

TEST_CASE("SVG and PDF, drawn by others, look like the PNG: every kind of event, area and line") {
    if (!has_renderers()) return;
    const Differences found = differences(scene_of_1993(), view_of_scene(960, 720));
    CHECK(found.svg < alike);
    CHECK(found.pdf < alike);
}

TEST_CASE("SVG and PDF look like the PNG with clusters of several kinds and a fan") {
    if (!has_renderers()) return;
    Scene scene = scene_of_1993();
    scene.events = scattered_events(500);
    scene.fanned_event = scene.events->events[40].id;
    const Differences found = differences(scene, view_of_scene(960, 720));
    CHECK(found.svg < alike);
    CHECK(found.pdf < alike);
}

TEST_CASE("SVG and PDF look like the PNG on a dense screen and with a selected event") {
    if (!has_renderers()) return;
    Scene scene = scene_of_1993();
    scene.selected_event = scene.events->events[0].id;
    scene.hovered_event = scene.events->events[7].id;
    const Differences found = differences(scene, view_of_scene(1280, 960, 2));
    CHECK(found.svg < alike);
    CHECK(found.pdf < alike);
}

TEST_CASE("heights and rasters lie in SVG and PDF where they lie in the PNG") {
    if (!has_renderers()) return;
    GroundMap map;
    map.add_relief(ReliefStyle::both);
    map.add_raster(0.6);
    const Differences found = differences(map.scene, map.view);
    CHECK(found.svg < alike);
    // poppler draws a picture a pixel wider than it is: seen along its right edge and those of its squares.
    CHECK(found.pdf < 2 * alike);
    Scene without = map.scene;
    without.layers.clear();
    CHECK(share_of_squares_that_differ(*render_snapshot(map.scene, map.view), *render_snapshot(without, map.view)) >
          3 * alike);
}

TEST_CASE("the comparison sees when the events are missing") {
    Scene nothing = scene_of_1993();
    nothing.events = nullptr;
    const View view = view_of_scene(960, 720);
    CHECK(share_of_squares_that_differ(*render_snapshot(scene_of_1993(), view), *render_snapshot(nothing, view)) >
          3 * alike);
}

TEST_CASE("an SVG is well-formed whatever its words are, has real text, and gives back its view") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.svg");
    Scene scene = scene_of_1993();
    scene.furniture.settings.subtitle = "broken \xC3( byte, bell \x07, \"quotes\" & </text>";
    const std::string document = R"({"title":"<&>\"'", "n":1})";
    REQUIRE(write_vector(scene, view_of_scene(800, 600), path, VectorFormat::svg, {96, document}));
    const std::string svg = bytes_of(path);
    CHECK(svg.find(">Fish &amp; chips &lt;1993&gt;</text>") != svg.npos);
    CHECK(svg.find("width=\"8.333") != svg.npos);  // inches
    CHECK(view_of_svg(svg) == document);
    if (!has_program("xmllint")) return;
    int status = -1;
    const std::string said = output_of("xmllint --noout '" + path + "'", &status);
    CHECK(status == 0);
    CHECK(said.empty());
}

TEST_CASE("every mark of an SVG leads back to its sentences") {
    const TemporaryFolder folder;
    const std::string path = folder.file("a.svg");
    std::vector<Event> events{
        event_at(town("Aghdam", 46.9, 40), EventKind::battle, 1, "1993-07-23"),
        event_at(region("area", {{46.2, 39.3}, {47.1, 39.2}, {47.2, 40.2}}), EventKind::control_change)};
    events[0].place_surface = "The city of Aghdam, as a long surface";
    events[0].quote = "They reached <Aghdam> & stayed.";
    events[1].quote = "The area changed hands.";
    for (int i = 0; i < 20; ++i) events.push_back(event_at(town("Shusha", 46.7, 39.7), EventKind::attack));
    Scene scene = scene_of_1993();
    scene.events = event_set(std::move(events));
    REQUIRE(write_vector(scene, view_of_scene(800, 600), path, VectorFormat::svg));
    const std::string svg = bytes_of(path);
    CHECK(svg.find("<title>The city of Aghdam, as a long surface\n23 July 1993: “They reached &lt;Aghdam&gt; &amp; "
                   "stayed.”") != svg.npos);
    CHECK(svg.find(": “The area changed hands.”") != svg.npos);
    CHECK(svg.find("\n+ 8</title>") != svg.npos);
}

TEST_CASE("a PDF has the size of its paper, its title, and words that can be searched in any script") {
    if (!has_program("pdftotext") || !has_program("pdfinfo")) return;
    const TemporaryFolder folder;
    const std::string path = folder.file("a.pdf");
    Scene scene = scene_of_1993();
    scene.furniture.title = "Ստեփանակերտ and სოხუმი, Шуша";
    scene.furniture.settings.subtitle = "قره باغ";
    REQUIRE(write_vector(scene, view_of_scene(960, 720), path, VectorFormat::pdf, {192, R"({"date":"1993"})"}));
    const std::string info = output_of("pdfinfo -enc UTF-8 '" + path + "'");
    CHECK(info.find("360 x 270 pts") != info.npos);
    CHECK(info.find("Ստեփանակերտ and სოხუმი, Шуша") != info.npos);
    CHECK(info.find(R"({"date":"1993"})") != info.npos);
    const std::string text = output_of("pdftotext -enc UTF-8 '" + path + "' -");
    CHECK(text.find("Ստեփանակերտ and სოხუმი, Шуша") != text.npos);
    CHECK(text.find("قره") != text.npos);
    CHECK(text.find("باغ") != text.npos);
    CHECK(text.find("Land: nobody") != text.npos);
}

TEST_CASE("SVG and PDF give back the description that was embedded, whatever it holds") {
    const TemporaryFolder folder;
    for (const std::string document :
         {R"({"date":"1993"})", R"({"title":"a (b) \"c\" \\ <d> & 'e'"})", R"({"title":"Ղարաբաղ 😀"})", ""}) {
        for (const auto& [name, format] : {std::pair{"a.svg", VectorFormat::svg}, {"a.pdf", VectorFormat::pdf}}) {
            REQUIRE(write_vector({}, view_of_scene(160, 120), folder.file(name), format, {96, document}));
            const auto read = read_vector_document(folder.file(name));
            REQUIRE(read);
            CHECK(*read == document);
        }
    }
    CHECK_FALSE(read_vector_document(folder.file("none.svg")));
}

TEST_CASE("a title of 200 characters and labels in Armenian and Arabic are as in the PNG, and can be found") {
    if (!has_renderers() || !has_program("pdftotext")) return;
    Scene scene = scene_of_1993();
    scene.events = event_set({event_at(town("Ստեփանակերտ", 46, 40), EventKind::battle),
                              event_at(town("قره باغ Qarabağ", 48, 41), EventKind::attack),
                              event_at(town("აღდამი", 45, 41), EventKind::protest)});
    for (int i = 0; i < 20; ++i) scene.furniture.title += " Aghdam & " + std::to_string(i);
    scene.furniture.title.resize(200);
    const View view = view_of_scene(960, 720);
    const Differences found = differences(scene, view);
    CHECK(found.svg < alike);
    CHECK(found.pdf < alike);
    const TemporaryFolder folder;
    REQUIRE(write_vector(scene, view, folder.file("a.pdf"), VectorFormat::pdf));
    const std::string text = output_of("pdftotext -enc UTF-8 '" + folder.file("a.pdf") + "' -");
    for (const char* word : {"Ստեփանակերտ", "باغ", "قره", "Qarabağ", "აღდამი", "Aghdam & 7"})
        CHECK_MESSAGE(text.find(word) != text.npos, word);
}

TEST_CASE("titles and labels that mix directions, brackets and numbers are as in the PNG") {
    if (!has_renderers()) return;
    Scene scene = scene_of_1993();
    const char* names[] = {"Khankendi / Ստեփանակերտ", "Aghdam (آغدام)", "آغدام (1993)", "شوشا / Shusha 20 km"};
    std::vector<Event> events;
    for (int i = 0; i < 4; ++i) events.push_back(event_at(town(names[i], 45.2, 41.2 - 0.6 * i), EventKind::visit));
    scene.events = event_set(std::move(events));
    scene.furniture.title = "آغدام (1993) / Aghdam";
    scene.furniture.sources = "[1] Aghdam (آغدام), 20-24 (1993)";
    const Differences found = differences(scene, view_of_scene(720, 480));
    CHECK(found.svg < 0.02);
    CHECK(found.pdf < 0.02);
}

TEST_CASE("SVG and PDF look like the PNG in every family of projections") {
    if (!has_renderers()) return;
    struct Case {
        const char* crs;
        GeoBox box;
    };
    for (const Case& each : {Case{"EPSG:3857", {44, 38, 50, 42}}, Case{"ESRI:54030", {-180, -90, 180, 90}},
                             Case{"+proj=ortho +lat_0=40 +lon_0=45", {10, 10, 80, 70}},
                             Case{"EPSG:3995", {-180, 70, 180, 90}}, Case{"", {160, -30, -160, 10}}}) {
        CAPTURE(each.crs);
        Scene scene = scene_of_1993();
        scene.events = event_set({event_at(region_in_box("box", {48, 39, 60, 70}), EventKind::negotiation),
                                  event_at(town("far", 179.5, -20), EventKind::battle)});
        if (const auto basemap = Basemap::open(asset_path("basemap.pack"))) scene.basemap = *basemap;
        const auto view = fit_view(each.box, 480, 360, 1, each.crs);
        REQUIRE(view);
        const Differences found = differences(scene, *view);
        CHECK(found.svg < alike);
        CHECK(found.pdf < alike);
    }
}

TEST_CASE("SVG and PDF look like the PNG with areas over time: fills, crossing hatchings, lines and points") {
    if (!has_renderers()) return;
    const auto feature = [](const char* name, ClaimStatus status, ExtentClass extent, std::vector<LonLat> part) {
        LayerFeature feature;
        feature.name = feature.holder = name;
        feature.status = status;
        feature.extent = extent;
        feature.parts.push_back(std::move(part));
        return feature;
    };
    auto layer = std::make_shared<MapLayer>();
    layer->source = "nobody";
    layer->features = {feature("Alpha", ClaimStatus::claimed, ExtentClass::area,
                               {{44.5, 39}, {47, 39}, {47, 40.5}, {44.5, 40.5}, {44.5, 39}}),
                       feature("Beta", ClaimStatus::claimed, ExtentClass::area,
                               {{46, 39.5}, {48.5, 39.5}, {48.5, 41}, {46, 41}, {46, 39.5}}),
                       feature("Gamma", ClaimStatus::administered, ExtentClass::area,
                               {{48, 38.5}, {49.5, 38.5}, {49, 40}, {48, 38.5}}),
                       feature("Front", ClaimStatus::plain, ExtentClass::line, {{44.5, 41.5}, {46, 41}, {49, 41.6}}),
                       feature("Post", ClaimStatus::plain, ExtentClass::point, {{49.3, 41}})};
    Scene scene = scene_of_1993();
    scene.events = nullptr;
    scene.layers = {layer};
    const TemporaryFolder folder;
    REQUIRE(write_vector(scene, view_of_scene(960, 720), folder.file("a.svg"), VectorFormat::svg));
    CHECK(bytes_of(folder.file("a.svg")).find("<title>Alpha\nclaimed by Alpha\nnobody</title>") != std::string::npos);
    const Differences found = differences(scene, view_of_scene(960, 720));
    CHECK(found.svg < alike);
    CHECK(found.pdf < alike);
}

TEST_CASE("SVG and PDF look like the PNG in every style that is shipped") {
    if (!has_renderers()) return;
    for (const std::string& name : style_names()) {
        CAPTURE(name);
        Scene scene = scene_of_1993();
        scene.style = *load_style(*style_path(name));
        const Differences found = differences(scene, view_of_scene(960, 720));
        CHECK(found.svg < alike);
        CHECK(found.pdf < alike);
    }
}

TEST_CASE("the sign of a verdict stands on the PNG, and in SVG and PDF as there") {
    if (!has_renderers()) return;
    Scene scene = scene_of_1993();
    const Image without = *render_snapshot(scene, view_of_scene(960, 720));
    std::vector<Event> events = scene.events->events;
    for (std::size_t i = 0; i < events.size(); ++i) {
        auto mark = std::make_shared<UserMark>();
        mark->verdict = static_cast<Verdict>(1 + i % 2);
        events[i].user = mark;
    }
    scene.events = event_set(std::move(events));
    CHECK(share_of_squares_that_differ(*render_snapshot(scene, view_of_scene(960, 720)), without) > alike);
    const Differences found = differences(scene, view_of_scene(960, 720));
    CHECK(found.svg < alike);
    CHECK(found.pdf < alike);
}

TEST_CASE("an export that is stopped leaves nothing") {
    const TemporaryFolder folder;
    for (const char* name : {"a.svg", "a.pdf"}) {
        const auto written = write_vector_picture(scene_of_1993(), view_of_scene(320, 240), folder.file(name), {},
                                                  [](double) { return false; });
        REQUIRE_FALSE(written);
        CHECK_FALSE(std::filesystem::exists(folder.file(name)));
    }
}

TEST_CASE("nothing is left where a vector picture cannot be written") {
    const TemporaryFolder folder;
    const std::string path = folder.file("no/such/folder/a.pdf");
    for (const VectorFormat format : {VectorFormat::svg, VectorFormat::pdf}) {
        const auto written = write_vector(scene_of_1993(), view_of_scene(320, 240), path, format);
        CHECK_FALSE(written);
    }
}
