#include <doctest/doctest.h>

#include "app/commands/command.hpp"
#include "app/state/time_steps.hpp"
#include "tests/app/two_dispatches.hpp"

using namespace chronomap;

namespace {

const CommandRegistry& registry() {
    static const CommandRegistry commands = all_commands();
    return commands;
}

void run(AppState& state, std::string_view line) {
    const auto done = registry().run_line(state, line);
    REQUIRE_MESSAGE(done, (done ? "" : done.error().text()));
}

}  // namespace

TEST_CASE("two reports of one event count and show as one, and say that they are two") {
    AppState state = test::state_with_dispatches();
    run(state, "time.set all");
    CHECK(shown_events(state).size() == 3);
    CHECK(count_line(state) == "3 of 3 shown, 0 undated, 0 unplaced; 3 events from 4 reports");
}

TEST_CASE("grouping can be switched off and on again") {
    AppState state = test::state_with_dispatches();
    run(state, "time.set all");
    run(state, "reports.group off");
    CHECK(count_line(state) == "4 of 4 shown, 0 undated, 0 unplaced");
    run(state, "reports.group on");
    CHECK(shown_events(state).size() == 3);
    CHECK_FALSE(registry().run_line(state, "reports.group maybe"));
}

TEST_CASE("each article's report can be selected; the one that stands on the map is marked") {
    AppState state = test::state_with_dispatches();
    run(state, "time.set all");
    run(state, "event.select south-2");
    CHECK(state.selected_event == "south-2");
    CHECK(state.shown_article == "south");
    CHECK(shown_for(state, state.selected_event) == "north-1");
    CHECK(scene_of(state).selected_event == "north-1");
    run(state, "report.next");
    CHECK(state.selected_event == "north-1");
    CHECK(state.shown_article == "north");
    run(state, "event.select north-2");
    CHECK_FALSE(registry().run_line(state, "report.next"));
}

TEST_CASE("on the day that only one article names, its report stands for the event") {
    AppState state = test::state_with_dispatches();
    run(state, "time.set 1951-05-04");
    REQUIRE(shown_events(state).size() == 1);
    CHECK(state.store.current()->events[shown_events(state)[0]].id == "south-2");
}

TEST_CASE("the next event is not another report of the same one") {
    AppState state = test::state_with_dispatches();
    run(state, "event.select north-1");
    run(state, "event.select next");
    CHECK(state.selected_event == "north-2");
    run(state, "event.select previous");
    CHECK(shown_for(state, state.selected_event) == shown_for(state, "north-1"));
}

TEST_CASE("a report is told apart by a command and joined again by another, both undoable") {
    AppState state = test::state_with_dispatches();
    run(state, "time.set all");
    run(state, "event.tell-apart north-1 south-2");
    CHECK(shown_events(state).size() == 4);
    CHECK(state.messages.back().undoes == state.history.current_ptr());
    CHECK(state.history.undoable() == "tell reports apart");
    run(state, "edit.undo");
    CHECK(shown_events(state).size() == 3);
    run(state, "edit.redo");
    run(state, "event.join-again south-2");
    CHECK(shown_events(state).size() == 3);
    CHECK(state.history.current().corrections.empty());
    const auto twice = registry().run_line(state, "event.join-again south-2");
    CHECK_FALSE(twice);
    run(state, "event.tell-apart south-2");
    CHECK(shown_events(state).size() == 4);
    CHECK_FALSE(registry().run_line(state, "event.tell-apart south-2"));
    CHECK_FALSE(registry().run_line(state, "event.tell-apart north-1 north-2"));
}
