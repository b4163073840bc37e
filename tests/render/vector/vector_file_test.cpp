#include "render/vector/vector_file.hpp"

#include <doctest/doctest.h>

#include "render/scene/style.hpp"
#include "render/snapshot/picture.hpp"
#include "render/vector/svg_canvas.hpp"
#include "tests/render/scenes.hpp"
#include "tests/render/vector/outside_programs.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

/// The share of squares that may differ; measured 0.002 to 0.008, and 0.05 with the events left out.
constexpr double alike = 0.015;

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

TEST_CASE("SVG and PDF look like the PNG on a dense screen and with a selected event") {
    if (!has_renderers()) return;
    Scene scene = scene_of_1993();
    scene.selected_event = scene.events->events[0].id;
    scene.hovered_event = scene.events->events[7].id;
    const Differences found = differences(scene, view_of_scene(1280, 960, 2));
    CHECK(found.svg < alike);
    CHECK(found.pdf < alike);
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
    scene.furniture.subtitle = "broken \xC3( byte, bell \x07, \"quotes\" & </text>";
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

TEST_CASE("a PDF has the size of its paper, its title, and words that can be searched in any script") {
    if (!has_program("pdftotext") || !has_program("pdfinfo")) return;
    const TemporaryFolder folder;
    const std::string path = folder.file("a.pdf");
    Scene scene = scene_of_1993();
    scene.furniture.title = "Ստեփանակերտ and სოხუმი, Шуша";
    scene.furniture.subtitle = "قره باغ";
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

TEST_CASE("nothing is left where a vector picture cannot be written") {
    const TemporaryFolder folder;
    const std::string path = folder.file("no/such/folder/a.pdf");
    for (const VectorFormat format : {VectorFormat::svg, VectorFormat::pdf}) {
        const auto written = write_vector(scene_of_1993(), view_of_scene(320, 240), path, format);
        CHECK_FALSE(written);
    }
}
