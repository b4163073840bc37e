#include "app/panels/text_layout.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace chronomap;

namespace {

/// Every code point is ten pixels wide.
float ten_each(std::string_view text) {
    float width = 0;
    for (std::size_t i = 0; i < text.size(); i += sequence_length(text[i])) width += 10;
    return width;
}

std::vector<std::string> lines_of(std::string_view text, float width) {
    std::vector<std::string> lines;
    for (const TextLine& line : layout_text(text, {width, 20, 8}, ten_each).lines)
        lines.emplace_back(line.range.of(text));
    return lines;
}

}  // namespace

TEST_CASE("text is broken at blanks and fills its column") {
    CHECK(lines_of("one two three four", 80) == std::vector<std::string>{"one two", "three", "four"});
}

TEST_CASE("a word longer than the column is broken at a code point") {
    CHECK(lines_of("Xankəndi", 40) == std::vector<std::string>{"Xank", "əndi"});
}

TEST_CASE("a long word is not broken between a letter and its marks") {
    CHECK(lines_of("abce\xCC\x81"
                   "fgh",
                   40) == std::vector<std::string>{"abc",
                                                   "e\xCC\x81"
                                                   "fg",
                                                   "h"});
    CHECK(elided("abce\xCC\x81"
                 "fgh",
                 40, ten_each) == "abc…");
}

TEST_CASE("line breaks of the text stay, empty lines open a gap") {
    CHECK(lines_of("Title\nText", 200) == std::vector<std::string>{"Title", "Text"});
    const TextLayout layout = layout_text("a\n\nb", {200, 20, 8}, ten_each);
    CHECK(layout.lines[1].y == 28);
}

TEST_CASE("lines that a typewriter broke are joined") {
    std::string text;
    for (int i = 0; i < 6; ++i) text += std::string(30, 'a') + " " + std::string(39, 'b') + "\n";
    CHECK(is_hard_wrapped(text));
    CHECK_FALSE(is_hard_wrapped("A heading\nA line\nAnother\nAnd one\nMore\nEnd"));
    CHECK(layout_text(text, {10000, 20, 8}, ten_each).lines.size() == 1);
}

TEST_CASE("a layout may begin inside the text and keeps its offsets") {
    const std::string_view text = "Title\nThe text";
    const TextLayout layout = layout_text(text, {500, 20, 8}, ten_each, 5);
    REQUIRE(layout.lines.size() == 1);
    CHECK(layout.lines.front().range.of(text) == "The text");
    CHECK(layout.lines.front().y == 0);
}

TEST_CASE("every word of the text is in exactly one line") {
    const std::string text = "The  city of Ağdam\twas\r\nquiet — for years.\n\n\nThen not.";
    const TextLayout layout = layout_text(text, {120, 20, 8}, ten_each);
    std::uint32_t last = 0;
    std::string words;
    for (const TextLine& line : layout.lines) {
        CHECK(line.range.begin >= last);
        last = line.range.end;
        words += std::string(line.range.of(text)) + " ";
    }
    CHECK(words.find("quiet") != std::string::npos);
    CHECK(last == text.size());
    CHECK(layout.line_of(0) == 0);
    CHECK(layout.line_of(static_cast<std::uint32_t>(text.size()) - 1) == layout.lines.size() - 1);
    CHECK(layout.line_of(9999) == layout.lines.size());
}

TEST_CASE("a short text is cut after its lines, an elided one at a code point") {
    CHECK(layout_short("one two three", 60, 1, ten_each).cut);
    CHECK_FALSE(layout_short("one", 60, 1, ten_each).cut);
    CHECK(elided("Xankəndi", 60, ten_each) == "Xankə…");
    CHECK(elided("short", 60, ten_each) == "short");
}
