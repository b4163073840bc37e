#include "render/vector/svg_fonts.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

std::size_t count_of(const std::string& text, const std::string& words) {
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("a font cut down to a few letters is a font, and small") {
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    const std::string file = (*fonts)->file_of((*fonts)->shape("a", FontRole::regular, 12).glyphs[0].face);
    const std::string few = font_subset(file, {'A', 'g', 'h'}),
                      many = font_subset(file, {'A', 'g', 'h', 'd', 'a', 'm'});
    CHECK(few.starts_with(std::string("\0\1\0\0", 4)));
    CHECK(few.size() < many.size());
    CHECK(many.size() < 20000);
    CHECK(font_subset("/no/such/font.ttf", {'A'}).empty());
}

TEST_CASE("each script and weight that is written is embedded once, under the look that asks for it") {
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    SvgFonts used;
    for (const auto& [words, role] : {std::pair{std::string("Aghdam Ակնա"), FontRole::bold},
                                      {std::string("Shusha"), FontRole::bold},
                                      {std::string("Կասպից"), FontRole::italic}})
        used.use((*fonts)->shape(words, role, 12), words, role);
    const std::string css = used.css(**fonts);
    CHECK(count_of(css, "@font-face") == 3);
    CHECK(count_of(css, "font-family:'Noto Sans';font-weight:bold;font-style:normal") == 1);
    CHECK(count_of(css, "font-family:'Noto Sans Armenian';font-weight:bold;font-style:normal") == 1);
    CHECK(count_of(css, "font-family:'Noto Sans Armenian';font-weight:normal;font-style:italic") == 1);
}
