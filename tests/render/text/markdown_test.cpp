#include "render/text/markdown.hpp"

#include <doctest/doctest.h>

namespace chronomap {

TEST_CASE("headings, paragraphs and their looks are told apart") {
    const auto blocks = read_markdown("# The *road*\n\nFirst line\nsecond **line**.\n");
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].kind == MarkdownBlock::Kind::heading);
    CHECK(blocks[0].level == 1);
    CHECK(blocks[0].runs == std::vector<MarkdownRun>{{"The "}, {"road", false, true}});
    CHECK(blocks[1].runs == std::vector<MarkdownRun>{{"First line second "}, {"line", true}, {"."}});
}

TEST_CASE("lists keep their numbers and depth, quotations theirs") {
    const auto blocks = read_markdown("3. three\n4. four\n   - below\n\n> said\n> > and quoted\n");
    REQUIRE(blocks.size() == 5);
    CHECK(blocks[0].marker == "3.");
    CHECK(blocks[1].marker == "4.");
    CHECK(blocks[2].marker == "•");
    CHECK(blocks[2].level == 2);
    CHECK(blocks[3].quoted == 1);
    CHECK(blocks[4].quoted == 2);
    CHECK(blocks[3].kind == MarkdownBlock::Kind::paragraph);
}

TEST_CASE("a second paragraph of a list item has no marker of its own") {
    const auto blocks = read_markdown("- one\n\n  more\n\n- two\n");
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].marker == "•");
    CHECK(blocks[1].marker.empty());
    CHECK(blocks[1].kind == MarkdownBlock::Kind::item);
    CHECK(blocks[2].marker == "•");
}

TEST_CASE("links are their words and address, pictures their description, HTML is only text") {
    const auto blocks = read_markdown("See [the report](https://example.org/r) ![a gate](g.png) <b>x</b> &amp; y\n");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].runs[1] == MarkdownRun{"the report", false, false, "https://example.org/r"});
    CHECK(plain_text(blocks) == "See the report a gate <b>x</b> & y");
}

TEST_CASE("empty text has no blocks") {
    CHECK(read_markdown("").empty());
    CHECK(read_markdown(" \n\n").empty());
}

}  // namespace chronomap
