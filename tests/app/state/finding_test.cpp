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
