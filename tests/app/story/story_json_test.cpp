#include "app/story/story_json.hpp"

#include <doctest/doctest.h>

#include "geo/time/edtf.hpp"

namespace chronomap {
namespace {

Story two_steps() {
    StoryStep first;
    first.title = "The market";
    first.text = "# Market\n\nIt was held *there*, \"they\" say.";
    first.notes = "Ask who remembers.";
    first.time = {TimeMode::until, EdtfDate::of_month(1922, 12).span()};
    first.view = StoryView{"EPSG:3857", {46.55, 39.64}, 90'000.5, 60'000};
    first.highlighted = {"story-1922", "story-1993"};
    first.naming = NamingPolicy::az;
    StoryStep second;
    second.title = "Շուշի";
    return {"Three towns", {first, second}};
}

std::string wrong_with(const std::string& steps) {
    const auto read =
        read_story(R"({"program": "chronomap", "kind": "story", "format": 1, "title": "", "steps": )" + steps + "}",
                   "a.story.json");
    return read ? "" : read.error().text();
}

}  // namespace

TEST_CASE("a story comes back from JSON as it was") {
    const auto read = read_story(json_from(two_steps()), "a.story.json");
    REQUIRE(read);
    CHECK(*read == two_steps());
    CHECK(json_from(*read) == json_from(two_steps()));
}

TEST_CASE("a story file that is wrong says in which step and what") {
    CHECK(wrong_with(R"([{"title": "a"}, {"title": "b", "txt": "c"}])") ==
          "a.story.json: step 2: there is no key \"txt\"");
    CHECK(wrong_with(R"([{"date": "1993-02-30"}])") ==
          "a.story.json: step 1: \"date\" is not a date in EDTF: 1993-02-30");
    CHECK(wrong_with(R"([{"mode": "always"}])").find("none of instant, window, until, since") != std::string::npos);
    CHECK(wrong_with(R"([{"view": {"centre": [46, 39]}}])") == "a.story.json: step 1, \"view\": \"size_m\" is missing");
    CHECK(wrong_with(R"([{"view": {"centre": [46, 99], "size_m": [1, 1]}}])").find("longitude, latitude") !=
          std::string::npos);
    CHECK(wrong_with(R"([{"view": {"centre": [46, 39], "size_m": [1, 0]}}])").find("metres") != std::string::npos);
    CHECK(wrong_with(R"([{"events": [7]}])").find("no id") != std::string::npos);
    CHECK(wrong_with("7").find("\"steps\" is not a list") != std::string::npos);
    CHECK(wrong_with("[] []").find("cannot be read") != std::string::npos);
}

TEST_CASE("a story of another kind or of a newer program is not read") {
    CHECK_FALSE(read_story(R"({"program": "chronomap", "kind": "view", "format": 1})", "a"));
    const auto newer =
        read_story(R"({"program": "chronomap", "kind": "story", "format": 99, "title": "", "steps": []})", "a");
    REQUIRE_FALSE(newer);
    CHECK(newer.error().message.find("newer") != std::string::npos);
}

TEST_CASE("a story's file is told by its ending") {
    CHECK(is_story_path("folder/walk.story.json"));
    CHECK(is_story_path("WALK.STORY.JSON"));
    CHECK_FALSE(is_story_path("walk.json"));
    CHECK_FALSE(is_story_path(".story.json"));
}

}  // namespace chronomap
