#include "app/state/history.hpp"

#include <doctest/doctest.h>

#include "app/commands/command.hpp"
#include "app/state/editing.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;

TEST_CASE("undo and redo step between edits, and a new edit drops what was undone") {
    History history;
    CHECK_FALSE(history.undo());
    const auto with_stop = [](int year) {
        Edits edits;
        edits.stops = {OwnStop{span_of_year(year), {}, {}}};
        return edits;
    };
    history.record("one", with_stop(1922));
    history.record("nothing", with_stop(1922));
    history.record("two", with_stop(1993));
    CHECK(history.undoable() == "two");
    CHECK(history.undo());
    CHECK(history.current() == with_stop(1922));
    CHECK(history.redoable() == "two");
    CHECK(history.redo());
    CHECK(history.current() == with_stop(1993));
    CHECK_FALSE(history.redo());
    CHECK(history.undo());
    history.record("three", with_stop(2020));
    CHECK(history.redoable().empty());
    CHECK(history.undo());
    CHECK(history.undo());
    CHECK(history.current() == Edits{});
    CHECK_FALSE(history.undo());
}

TEST_CASE("stops are the user's own once one was changed, and found again on request") {
    AppState state = test::state_with_story();
    const CommandRegistry registry = all_commands();
    const auto run = [&](const std::string& line) {
        const auto done = registry.run_line(state, line);
        return done ? std::string() : done.error().text();
    };
    const std::size_t found = state.stops.size();
    REQUIRE(found == 3);
    CHECK(run("time.set 1994") == "");
    CHECK(run("stop.add The truce") == "");
    REQUIRE(state.stops.size() == 4);
    CHECK(state.stops[2].label == "The truce");
    CHECK(state.stops[2].events == 0);
    CHECK(run("stop.note 3 no event is told") == "");
    CHECK(state.stops[2].note == "no event is told");
    CHECK(run("stop.add") != "");
    CHECK(run("stop.remove 1") == "");
    CHECK(state.stops.front().label == "1993");
    CHECK(run("stop.remove 9") != "");
    CHECK(run("edit.undo") == "");
    CHECK(state.stops.front().label == "1922");
    CHECK(run("edit.redo") == "");
    CHECK(state.stops.size() == 3);
    CHECK(run("stop.find") == "");
    CHECK(state.stops.size() == found);
    CHECK(run("edit.undo") == "");
    CHECK(state.stops.front().label == "1993");
}
