#include "render/text/flowing_text.hpp"

#include <doctest/doctest.h>

namespace chronomap {
namespace {

std::string words_of(const FlowLine& line) {
    std::string text;
    for (const FlowPiece& piece : line.pieces) text += piece.text;
    return text;
}

float width_of(const FlowLine& line) {
    float width = 0;
    for (const FlowPiece& piece : line.pieces) width += piece.width;
    return width;
}

}  // namespace

TEST_CASE("runs of several looks flow in lines no wider than their column, and no word is lost") {
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    const std::vector<MarkdownRun> runs{{"People walked the whole "},
                                        {"long road", true},
                                        {", they "},
                                        {"say", false, true},
                                        {", in two days and nights."}};
    const FlowFace face;
    const auto lines = break_lines(runs, face, 150, **fonts);
    CHECK(lines.size() >= 3);
    std::string all;
    for (const FlowLine& line : lines) {
        CHECK(width_of(line) <= 150);
        all += (all.empty() ? "" : " ") + words_of(line);
    }
    CHECK(all == "People walked the whole long road, they say, in two days and nights.");
}

TEST_CASE("a word longer than its column is broken, a line break ends a line") {
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    const FlowFace face;
    const auto lines =
        break_lines({{"https://example.org/a/very/long/address/of/a/page now\nnext"}}, face, 120, **fonts);
    REQUIRE(lines.size() >= 4);
    std::string all;
    for (const FlowLine& line : lines) {
        CHECK(width_of(line) <= 120);
        all += words_of(line);
    }
    std::erase(all, ' ');
    CHECK(all == "https://example.org/a/very/long/address/of/a/pagenownext");
    CHECK(words_of(lines.back()) == "next");
}

TEST_CASE("lines of right-to-left text begin at the right") {
    const auto fonts = FontSet::open();
    REQUIRE(fonts);
    const FlowFace face;
    const auto lines = break_lines({{"قال "}, {"سكان", true}, {" المدينة"}}, face, 400, **fonts);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].right_to_left);
    std::vector<TextItem> items;
    lines[0].place(items, face, 100, 400, 50);
    REQUIRE(items.size() == 3);
    CHECK(items[0].x > items[1].x);
    CHECK(items[1].x > items[2].x);
    CHECK(items[0].x + lines[0].pieces[0].width == doctest::Approx(500));
}

}  // namespace chronomap
