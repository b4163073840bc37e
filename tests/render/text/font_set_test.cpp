#include "render/text/font_set.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "render/text/glyph_atlas.hpp"

using namespace chronomap;

namespace {

FontSet& fonts() {
    static const std::unique_ptr<FontSet> set = [] {
        auto opened = FontSet::open();
        REQUIRE(opened);
        return std::move(*opened);
    }();
    return *set;
}

bool has_missing_glyph(const ShapedText& text) {
    return std::ranges::any_of(text.glyphs, [](const PlacedGlyph& glyph) { return glyph.glyph == 0; });
}

std::set<std::uint16_t> faces_of(const ShapedText& text) {
    std::set<std::uint16_t> faces;
    for (const PlacedGlyph& glyph : text.glyphs) faces.insert(glyph.face);
    return faces;
}

}  // namespace

TEST_CASE("names of the region's scripts are shaped without missing glyphs, in every role") {
    for (const char* name :
         {"Ağdam", "Xankəndi", "Шуша", "Ստեփանակերտ", "თბილისი", "قره‌باغ", "Αθήνα", "ירושלים", "दिल्ली"})
        for (FontRole role :
             {FontRole::regular, FontRole::bold, FontRole::italic, FontRole::serif, FontRole::serif_bold}) {
            CAPTURE(name);
            CAPTURE(static_cast<int>(role));
            const ShapedText& text = fonts().shape(name, role, 12);
            CHECK_FALSE(has_missing_glyph(text));
            CHECK(text.width > 10);
            CHECK(text.ascent > 8);
            CHECK(text.descent > 1);
        }
}

TEST_CASE("each script takes its own font, and a mixed name takes both") {
    const auto latin = faces_of(fonts().shape("Shusha", FontRole::regular, 12));
    const auto armenian = faces_of(fonts().shape("Շուշի", FontRole::regular, 12));
    REQUIRE(latin.size() == 1);
    REQUIRE(armenian.size() == 1);
    CHECK(latin != armenian);
    CHECK(faces_of(fonts().shape("Շուշի / Shusha", FontRole::regular, 12)).size() == 2);
}

TEST_CASE("a right-to-left word begins at its right end") {
    // Hebrew letters neither join nor change shape, so that each one's glyph is the same alone.
    const auto glyph = [](const char* letter) {
        return fonts().shape(letter, FontRole::regular, 12).glyphs.front().glyph;
    };
    const ShapedText& word = fonts().shape("אבג", FontRole::regular, 12);
    REQUIRE(word.glyphs.size() == 3);
    CHECK(word.glyphs[0].glyph == glyph("ג"));
    CHECK(word.glyphs[2].glyph == glyph("א"));
    CHECK(word.glyphs[0].x < word.glyphs[2].x);
}

TEST_CASE("a Latin word inside right-to-left text keeps its direction; the runs change places") {
    const ShapedText& text = fonts().shape("א AB", FontRole::regular, 12);
    const ShapedText& latin = fonts().shape("AB", FontRole::regular, 12);
    REQUIRE(text.glyphs.size() == 4);
    // The first strong letter makes the line right-to-left: AB stands left of the Hebrew letter.
    CHECK(text.glyphs[0].glyph == latin.glyphs[0].glyph);
    CHECK(text.glyphs[1].glyph == latin.glyphs[1].glyph);
}

TEST_CASE("Arabic letters join") {
    const auto alone = fonts().shape("ب", FontRole::regular, 12).glyphs.front().glyph;
    const ShapedText& joined = fonts().shape("ببب", FontRole::regular, 12);
    REQUIRE(joined.glyphs.size() >= 3);
    CHECK(std::ranges::any_of(joined.glyphs, [&](const PlacedGlyph& glyph) { return glyph.glyph != alone; }));
}

TEST_CASE("Arabic letters join though letters of other scripts are set apart") {
    const char* name = "ایران";
    CHECK(fonts().shape(name, FontRole::regular, 16, 5).width == fonts().shape(name, FontRole::regular, 16).width);
    const float plain = fonts().shape("ایران / Iran", FontRole::regular, 16).width;
    CHECK(fonts().shape("ایران / Iran", FontRole::regular, 16, 5).width > plain + 15);
}

TEST_CASE("clusters follow the letters of each script: Armenian, Cyrillic, Georgian one by one, Arabic backwards") {
    for (const char* name : {"Շուշի", "Шуша", "შუშა", "ᲨᲣᲨᲐ"}) {
        CAPTURE(name);
        const ShapedText& text = fonts().shape(name, FontRole::regular, 16);
        CHECK_FALSE(has_missing_glyph(text));
        std::uint32_t last = 0;
        for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
            CHECK((i == 0 || text.glyphs[i].byte > last));
            last = text.glyphs[i].byte;
        }
    }
    const ShapedText& arabic = fonts().shape("شوشا", FontRole::regular, 16);
    CHECK(arabic.direction == GlyphRun::Direction::right_to_left);
    CHECK(std::ranges::is_sorted(arabic.glyphs, std::greater{}, &PlacedGlyph::byte));
}

TEST_CASE("a dual name of two directions keeps each side readable") {
    // As an Arabic map would write it: the Arabic name stands right of the Latin one, each in its own order.
    const ShapedText& text = fonts().shape("شوشا / Shusha", FontRole::regular, 16);
    REQUIRE(text.runs.size() >= 2);
    const GlyphRun &first = text.runs.front(), &last = text.runs.back();
    CHECK(first.direction == GlyphRun::Direction::left_to_right);
    CHECK(last.direction == GlyphRun::Direction::right_to_left);
    CHECK(text.glyphs[first.first].byte > text.glyphs[last.first].byte);
    // And the other way round in a Latin line.
    const ShapedText& latin = fonts().shape("Shusha / شوشا", FontRole::regular, 16);
    CHECK(latin.runs.front().direction == GlyphRun::Direction::left_to_right);
    CHECK(latin.runs.back().direction == GlyphRun::Direction::right_to_left);
    CHECK(latin.glyphs.front().byte == 0);
}

TEST_CASE("brackets open towards what they hold, and numbers keep their order, in either direction") {
    const auto glyph = [](const char* text) { return fonts().shape(text, FontRole::regular, 16).glyphs.front().glyph; };
    const auto glyphs_of = [](const ShapedText& text) {
        std::vector<std::uint32_t> glyphs;
        for (const PlacedGlyph& each : text.glyphs) glyphs.push_back(each.glyph);
        return glyphs;
    };
    // Hebrew letters, as above. In a line that is read from the left the brackets stand as in Latin.
    std::vector<std::uint32_t> bytes;
    for (const PlacedGlyph& each : fonts().shape("אב (AB)", FontRole::regular, 16).glyphs) bytes.push_back(each.byte);
    CHECK(bytes == std::vector<std::uint32_t>{8, 6, 7, 5, 4, 2, 0});
    for (const char* name : {"Khankendi / Ստեփանակերտ", "Aghdam (آغدام)", "آغدام (1993)", "آغدام / Ağdam (20 km)"}) {
        CAPTURE(name);
        CHECK_FALSE(has_missing_glyph(fonts().shape(name, FontRole::regular, 16)));
    }
}

TEST_CASE("letters are spaced apart, but not after the last one") {
    const float plain = fonts().shape("IRAN", FontRole::regular, 12).width;
    CHECK(fonts().shape("IRAN", FontRole::regular, 12, 4).width == doctest::Approx(plain + 12));
}

TEST_CASE("broken UTF-8 is drawn as something and stops nothing") {
    CHECK(fonts().shape("Ag\xff\xc3", FontRole::regular, 12).glyphs.size() == 4);
    CHECK(fonts().shape("", FontRole::regular, 12).width == 0);
}

TEST_CASE("wrapped lines keep to the width and lose no word") {
    const std::string text =
        "The war of the autumn of 2020 in and around Nagorno-Karabakh, its causes and consequences";
    const auto lines = fonts().wrap(text, FontRole::serif_bold, 20, 300, 20);
    CHECK(lines.size() > 2);
    std::string together;
    for (const std::string& line : lines) {
        CHECK(fonts().shape(line, FontRole::serif_bold, 20).width <= 300);
        together += (together.empty() ? "" : " ") + line;
    }
    CHECK(together == text);
}

TEST_CASE("what has no room ends in an ellipsis, within the width, at a whole character") {
    const auto lines = fonts().wrap("Ստեփանակերտ Ստեփանակերտ Ստեփանակերտ Ստեփանակերտ", FontRole::regular, 14, 120, 2);
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().ends_with("…"));
    CHECK(fonts().shape(lines.back(), FontRole::regular, 14).width <= 120);
    CHECK_FALSE(has_missing_glyph(fonts().shape(lines.back(), FontRole::regular, 14)));
    const auto word = fonts().wrap("Donaudampfschifffahrtsgesellschaft", FontRole::regular, 14, 90, 3);
    REQUIRE(word.size() == 1);
    CHECK(fonts().shape(word[0], FontRole::regular, 14).width <= 90);
}

TEST_CASE("a halo is its glyph widened on all sides") {
    const PlacedGlyph glyph = fonts().shape("H", FontRole::regular, 24).glyphs.front();
    const GlyphBitmap plain = fonts().rasterise(glyph.face, glyph.glyph, {.size_px = 24});
    const GlyphBitmap halo = fonts().rasterise(glyph.face, glyph.glyph, {.size_px = 24, .halo_px = 2});
    CHECK(std::abs(halo.width - plain.width - 4) <= 1);
    CHECK(std::abs(halo.height - plain.height - 4) <= 1);
    CHECK(plain.coverage.size() == static_cast<std::size_t>(plain.width * plain.height));
}

TEST_CASE("a full atlas says so, and has room again after a restart") {
    GlyphAtlas atlas(fonts());
    const PlacedGlyph glyph = fonts().shape("M", FontRole::bold, 500).glyphs.front();
    int held = 0;
    while (held < 100 && atlas.find(glyph, {.size_px = 500 + static_cast<float>(held)})) ++held;
    CHECK(held > 4);
    CHECK(held < 100);
    atlas.restart();
    CHECK(atlas.find(glyph, {.size_px = 500}) != nullptr);
}
