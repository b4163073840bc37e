#include "app/state/plain_words.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("an error is told in sentences, by the file's name, and what to do comes last") {
    CHECK(plain_words({"holds no text", "/home/me/Şuşa.txt", 0, "give a file with an article in it"}) ==
          "Şuşa.txt: holds no text. Give a file with an article in it.");
    CHECK(plain_words({"has no \"text\"", "rows.jsonl", 3, ""}) == "rows.jsonl, line 3: has no \"text\".");
    CHECK(plain_words({"no event is selected"}) == "No event is selected.");
    CHECK(plain_words({"cannot be drawn", "", 0, "`chronomap snapshot` draws it"}) ==
          "Cannot be drawn. `chronomap snapshot` draws it.");
    CHECK(plain_words({"holds no file with a date", "/home/me/front/", 0, ""}) ==
          "/home/me/front/: holds no file with a date.");
}

TEST_CASE("what a library says for programmers is left out") {
    CHECK(plain_words({"this story cannot be read: [json.exception.parse_error.101] parse error at line 2",
                       "a.json"}) == "a.json: this story cannot be read: parse error at line 2.");
}
