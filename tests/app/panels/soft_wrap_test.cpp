#include "app/panels/soft_wrap.hpp"

#include <doctest/doctest.h>

namespace chronomap {
namespace {

/// A pixel a byte.
const MeasureText bytes = [](std::string_view text) { return static_cast<float>(text.size()); };
const std::string soft(soft_break);

std::string with_cursor(const Rewrapped& out) {
    return out.shown.substr(0, out.cursor) + "|" + out.shown.substr(out.cursor);
}

}  // namespace

TEST_CASE("long lines wrap at blanks, and unwrapping gives the text back") {
    const std::string text = "one two three\n\nfour  five sixseveneight nine";
    const std::string shown = soft_wrapped(text, 8, bytes);
    CHECK(shown == "one two" + soft + "three\n\nfour " + soft + "five" + soft + "sixseveneight" + soft + "nine");
    CHECK(unwrapped(shown) == text);
    CHECK(soft_wrapped("", 8, bytes).empty());
    CHECK(soft_wrapped("short", 8, bytes) == "short");
}

TEST_CASE("line breaks that were typed stay, after a blank too") {
    CHECK(unwrapped(soft_wrapped("- one \n- two\n", 8, bytes)) == "- one \n- two\n");
}

TEST_CASE("typing wraps anew and keeps the cursor behind what was typed") {
    CHECK(with_cursor(rewrapped("one twos three", 8, 8, bytes)) == "one twos|" + soft + "three");
    CHECK(with_cursor(rewrapped("one two" + soft + "xthree", 11 + 1, 8, bytes)) == "one two" + soft + "x|three");
    // A cursor at the end of a line, before the soft break's line break.
    CHECK(with_cursor(rewrapped("one two" + soft + "three", 10, 8, bytes)) == "one two|" + soft + "three");
}

TEST_CASE("deleting a soft break joins the words") {
    const std::string after_backspace = "one two" + soft.substr(0, soft.size() - 1) + "six";
    CHECK(with_cursor(rewrapped(after_backspace, 10, 20, bytes)) == "one two|six");
}

}  // namespace chronomap
