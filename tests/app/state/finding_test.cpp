#include "app/state/finding.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/commands/command.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;

namespace {

std::vector<std::string> titles(const AppState& state, FoundKind kind) {
    std::vector<std::string> list;
    for (const Found& found : state.found)
        if (found.kind == kind) list.push_back(found.title);
    return list;
}

}  // namespace

TEST_CASE("a search finds events, places and text by the beginnings of words") {
    AppState state = test::state_with_story();
    search(state, "lach");
    CHECK(titles(state, FoundKind::event) == std::vector<std::string>{"Lachin, 1993"});
    CHECK(titles(state, FoundKind::place) == std::vector<std::string>{"Lachin"});
    REQUIRE(titles(state, FoundKind::text).size() == 1);
    const Found& text = state.found.back();
    CHECK(state.store.current()->articles[0]->article.text.substr(text.position, 6) == "Lachin");
    CHECK(text.detail.find("people met in Lachin.") != std::string::npos);
    search(state, "people met");
    CHECK(titles(state, FoundKind::event).size() == 3);
    CHECK(titles(state, FoundKind::place).empty());
    search(state, "chin");
    CHECK(state.found.empty());
    search(state, "l");  // too little to go by
    CHECK(state.found.empty());
    search(state, "lach");
    search(state, "");
    CHECK(state.found.empty());
    CHECK(state.search.empty());
}

TEST_CASE("a search finds what the user wrote: notes to events, stops and the story") {
    AppState state = test::state_with_story();
    const CommandRegistry commands = all_commands();
    for (const char* line :
         {"event.note story-1993 ask the archive in Baku", "event.note story-2020 ask the archive, too",
          "event.verdict story-2020 rejected", "time.set 1950", "stop.add \"Quiet years\"",
          "stop.note 2 \"nothing in the archive\"", "story.add Beginnings",
          "story.text 1 \"First line.\n\nAn archive burnt.\"", "story.add", "story.notes 2 \"show the archive\""})
        REQUIRE_MESSAGE(commands.run_line(state, line), line);
    search(state, "archive");
    CHECK(titles(state, FoundKind::note) == std::vector<std::string>{"Lachin, 1993", "Khojali, 2020"});
    CHECK(titles(state, FoundKind::stop) == std::vector<std::string>{"Quiet years, 1950"});
    const std::vector<std::string> steps = titles(state, FoundKind::step);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0] == "Step 1: Beginnings");
    CHECK(steps[1].starts_with("Step 2"));
    CHECK(titles(state, FoundKind::event).empty());
    for (const Found& found : state.found) {
        CHECK(found.detail.find("archive") != std::string::npos);
        if (found.kind == FoundKind::stop) CHECK(found.position == 2);
    }
    search(state, "beginn");
    REQUIRE(state.found.size() == 1);
    CHECK(state.found[0].position == 1);
    search(state, "quiet");
    CHECK(titles(state, FoundKind::stop).size() == 1);
    REQUIRE(commands.run_line(state, "edit.undo"));
}

TEST_CASE("words far into a long paragraph are told with those around them") {
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = "long";
    for (int i = 0; i < 500; ++i) extraction->article.text += "füller ";
    extraction->article.text += "needle";
    for (int i = 0; i < 500; ++i) extraction->article.text += " füller";
    AppState state;
    add_extraction(state, extraction);
    search(state, "needle");
    REQUIRE(state.found.size() == 1);
    const std::string& detail = state.found[0].detail;
    CHECK(detail.starts_with("… füller"));
    CHECK(detail.find(" needle ") != std::string::npos);
    CHECK(detail.ends_with("füller …"));
    CHECK(detail.size() < 200);
}

TEST_CASE("a filter is set, told, widened and lifted by commands, and the slider keeps its date") {
    AppState state = test::state_with_story();
    const CommandRegistry commands = all_commands();
    REQUIRE(commands.run_line(state, "time.set 1993"));
    const TimeSelection before = state.time;
    REQUIRE(commands.run_line(state, "filter.set words aghdam"));
    CHECK(count_line(state) == "0 of 3 shown, 2 filtered out, 1 undated, 0 unplaced");
    CHECK(state.time == before);
    REQUIRE(commands.run_line(state, "filter.set words nowhere"));
    CHECK(state.store.current()->events.empty());
    CHECK(state.time == before);
    REQUIRE(commands.run_line(state, "filter.clear words"));
    CHECK(state.store.filter().is_empty());
    REQUIRE(commands.run_line(state, "filter.toggle kind battle"));
    REQUIRE(commands.run_line(state, "filter.toggle kind other"));
    CHECK(state.store.filter().kinds == std::vector{EventKind::battle, EventKind::other});
    REQUIRE(commands.run_line(state, "filter.toggle kind battle"));
    CHECK(state.store.current()->events.size() == 3);
    CHECK_FALSE(commands.run_line(state, "filter.set kind fun"));
    CHECK(state.store.current()->events.size() == 3);
    REQUIRE(commands.run_line(state, "filter.clear"));
    CHECK(state.store.filter().is_empty());
}

TEST_CASE("the filter of the map's part keeps what lies there") {
    AppState state = test::state_with_story();
    state.view = {"EPSG:3857", 5181900, 4815000, 100, 400, 400, 1};  // around Lachin
    const CommandRegistry commands = all_commands();
    REQUIRE(commands.run_line(state, "filter.view"));
    const EventSetPtr events = state.store.current();
    REQUIRE(events->events.size() == 1);
    CHECK(events->events[0].place->name == "Lachin");
}
