#include "render/vector/canvas.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "render/vector/pdf_document.hpp"
#include "render/vector/svg_canvas.hpp"
#include "tests/render/vector/outside_programs.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

constexpr int side = 96;

/// What `draw` draws, in a picture of 96 pixels a side: the SVG as librsvg, the PDF as poppler shows it.
template <class Draw>
std::vector<Image> drawn(const Draw& draw) {
    const TemporaryFolder folder;
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    Path page;
    page.add_box(0, 0, side, side);
    SvgCanvas svg(**fonts);
    svg.fill(page, {1, 1, 1, 1});
    draw(svg);
    std::ofstream(folder.file("a.svg")) << svg.finished({side, side, 96, "test", "", "", ""});
    auto pdf = PdfDocument::create(folder.file("a.pdf"), {}, **fonts);
    REQUIRE(pdf);
    (*pdf)->begin_page(side, side, 96);
    (*pdf)->canvas().fill(page, {1, 1, 1, 1});
    draw((*pdf)->canvas());
    REQUIRE((*pdf)->finish());
    return {drawn_svg(folder.file("a.svg")), drawn_pdf(folder.file("a.pdf"))};
}

/// Checks a pixel, each channel to a twentieth.
void is_about(const Image& image, int x, int y, int red, int green, int blue) {
    const std::uint8_t* at = image.rgba.data() + (static_cast<std::size_t>(y) * image.width + x) * 4;
    CAPTURE(int(at[0]));
    CAPTURE(int(at[1]));
    CAPTURE(int(at[2]));
    const bool close = std::abs(at[0] - red) < 12 && std::abs(at[1] - green) < 12 && std::abs(at[2] - blue) < 12;
    CHECK(close);
}

bool has_renderers() {
    return has_program("rsvg-convert") && has_program("pdftoppm");
}

}  // namespace

TEST_CASE("an image is stretched over its box, with its own opacity and that of the layer") {
    if (!has_renderers()) return;
    // Red and blue above, half transparent black and nothing below.
    constexpr int width = 24;
    Image image{width, width, {}};
    for (int y = 0; y < width; ++y)
        for (int x = 0; x < width; ++x) {
            const bool left = x < width / 2, above = y < width / 2;
            const std::uint8_t alpha = above ? 255 : left ? 128 : 0;
            for (const int channel : {above && left ? 255 : 0, 0, above && !left ? 255 : 0})
                image.rgba.push_back(static_cast<std::uint8_t>(channel));
            image.rgba.push_back(alpha);
        }
    for (const Image& picture : drawn([&](Canvas& canvas) {
             canvas.draw_image(image, {0, 0, 48, 48}, 1);
             canvas.draw_image(image, {48, 48, 96, 96}, 0.5);
         })) {
        is_about(picture, 4, 4, 255, 0, 0);
        is_about(picture, 44, 4, 0, 0, 255);
        is_about(picture, 4, 44, 127, 127, 127);
        is_about(picture, 44, 44, 255, 255, 255);
        is_about(picture, 52, 52, 255, 127, 127);
        is_about(picture, 70, 4, 255, 255, 255);
    }
}

TEST_CASE("clips and offsets hold until they end, inside each other too") {
    if (!has_renderers()) return;
    Path left_half, box;
    left_half.add_box(0, 0, 24, 48);
    box.add_box(0, 0, 48, 48);
    for (const Image& picture : drawn([&](Canvas& canvas) {
             canvas.begin_offset({24, 24});
             canvas.begin_clip(left_half);
             canvas.fill(box, {1, 0, 0, 1});
             canvas.end_clip();
             canvas.end_offset();
             canvas.stroke(box, {{0, 0, 1, 1}, 4, {}});
         })) {
        is_about(picture, 36, 36, 255, 0, 0);
        is_about(picture, 54, 36, 255, 255, 255);
        is_about(picture, 36, 12, 255, 255, 255);
        is_about(picture, 10, 1, 0, 0, 255);
    }
}

TEST_CASE("a word along a line can be found in SVG and PDF") {
    if (!has_program("pdftotext")) return;
    const TemporaryFolder folder;
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    TextItem river;
    river.text = "Araks & Kura";
    river.size_px = 8;
    river.letter_spacing_px = 2;
    river.halo_px = 1;
    river.halo = {1, 1, 1, 1};
    river.path = {{10, 20}, {40, 60}, {90, 70}};
    SvgCanvas svg(**fonts);
    svg.draw_texts({&river, 1});
    CHECK(svg.finished({}).find("fill=\"none\">Araks &amp; Kura</text>") != std::string::npos);
    auto pdf = PdfDocument::create(folder.file("a.pdf"), {}, **fonts);
    REQUIRE(pdf);
    (*pdf)->begin_page(side, side, 96);
    (*pdf)->canvas().draw_texts({&river, 1});
    REQUIRE((*pdf)->finish());
    CHECK(output_of("pdftotext '" + folder.file("a.pdf") + "' -").find("Araks & Kura") != std::string::npos);
}

TEST_CASE("groups of one name keep different ids in an SVG") {
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    SvgCanvas svg(**fonts);
    for (int i = 0; i < 2; ++i) {
        svg.begin_group("map");
        svg.end_group();
    }
    const std::string text = svg.finished({});
    CHECK(text.find("id=\"map\"") != text.npos);
    CHECK(text.find("id=\"map-2\" inkscape:groupmode=\"layer\" inkscape:label=\"map\"") != text.npos);
}
