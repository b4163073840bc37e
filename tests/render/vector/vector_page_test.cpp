#include <doctest/doctest.h>

#include "render/furniture/comparison_layout.hpp"
#include "render/scene/style.hpp"
#include "render/snapshot/offscreen_renderer.hpp"
#include "render/vector/vector_file.hpp"
#include "tests/render/scenes.hpp"
#include "tests/render/vector/outside_programs.hpp"

using namespace chronomap;
using namespace chronomap::test;

TEST_CASE("a sheet with two maps looks in SVG and PDF as in PNG") {
    if (!has_program("rsvg-convert") || !has_program("pdftoppm")) return;
    Scene first;
    first.style = std::make_shared<const Style>();
    first.events = all_sorts_of_events();
    first.furniture.title = "Two dates";
    first.furniture.sources = "Land: nobody";
    Scene second = first;
    first.time = {TimeMode::instant, span_of_year(1993)};
    first.furniture.date_caption = "1993";
    second.time = {TimeMode::instant, span_of_year(2020)};
    second.furniture.date_caption = "2020";
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    const auto page = lay_out_comparison(first, second, {1280, 720, 1, {44, 38.3, 50, 42}, {}}, **fonts);
    REQUIRE(page);

    const TemporaryFolder folder;
    OffscreenRenderer renderer;
    for (const char* name : {"a.png", "a.svg", "a.pdf"}) REQUIRE(renderer.write(*page, folder.file(name)));
    const Image pixels = *read_png(folder.file("a.png"));
    const double svg = share_of_squares_that_differ(drawn_svg(folder.file("a.svg")), pixels);
    const double pdf = share_of_squares_that_differ(drawn_pdf(folder.file("a.pdf")), pixels);
    MESSAGE("squares that differ: SVG " << svg << ", PDF " << pdf);
    CHECK(svg < 0.01);
    CHECK(pdf < 0.01);
    if (has_program("xmllint")) CHECK(output_of("xmllint --noout '" + folder.file("a.svg") + "'").empty());
    if (has_program("qpdf"))
        CHECK(output_of("qpdf --check '" + folder.file("a.pdf") + "'").find("WARNING") == std::string::npos);
}
