#include "render/text/text_path.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace chronomap;

namespace {

const ShapedText& shaped(const char* text) {
    static const std::unique_ptr<FontSet> fonts = *FontSet::open();
    return fonts->shape(text, FontRole::regular, 16);
}

}  // namespace

TEST_CASE("text along a level line stands as it would without one") {
    const ShapedText& text = shaped("Araks");
    const auto turned = glyphs_along(text, TextPath{{10, 20}, {500, 20}});
    REQUIRE(turned.size() == text.glyphs.size());
    for (std::size_t i = 0; i < turned.size(); ++i) {
        CHECK(turned[i].x == doctest::Approx(10 + text.glyphs[i].x).epsilon(0.001));
        CHECK(turned[i].y == doctest::Approx(20 + text.glyphs[i].y));
        CHECK(turned[i].angle == doctest::Approx(0));
    }
}

TEST_CASE("letters turn with the line and follow one another along it") {
    const ShapedText& text = shaped("Kura");
    const auto turned = glyphs_along(text, TextPath{{0, 0}, {0, 500}});
    for (std::size_t i = 0; i < turned.size(); ++i) {
        CHECK(turned[i].angle == doctest::Approx(1.5708));
        CHECK(turned[i].x == doctest::Approx(0).epsilon(0.01));
        CHECK(turned[i].y == doctest::Approx(text.glyphs[i].x).epsilon(0.01));
    }
}

TEST_CASE("a mark is turned with its letter") {
    // e with a dot below and a circumflex, as HarfBuzz puts together or stacks.
    const ShapedText& text = shaped("x\xCC\x82\xCC\xA3y");
    const auto clusters = glyph_clusters(text);
    REQUIRE(clusters.size() == 2);
    CHECK(clusters[0].end_byte == 5);
    CHECK(clusters[1].end_byte == 6);
    const auto turned = glyphs_along(text, TextPath{{0, 0}, {300, 300}});
    for (std::size_t i = clusters[0].first; i < clusters[0].end; ++i) CHECK(turned[i].angle == turned[0].angle);
}

TEST_CASE("clusters of right-to-left words know their letters") {
    const ShapedText& text = shaped("قره باغ");
    std::size_t bytes = 0;
    for (const GlyphCluster& cluster : glyph_clusters(text)) {
        CHECK(cluster.end_byte > text.glyphs[cluster.first].byte);
        CHECK(cluster.right >= cluster.left);
        bytes += cluster.end_byte - text.glyphs[cluster.first].byte;
    }
    CHECK(bytes == std::string("قره باغ").size());
}
