#include "app/state/event_table.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/commands/command.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;

namespace {

/// The places of the rows from top to bottom.
std::vector<std::string> places_in(const AppState& state) {
    const EventSetPtr events = state.store.current();
    const TableOrderPtr order = sort_events(events, wanted_sort(state));
    std::vector<std::string> places;
    for (const EventIndex event : in_order(*order, shown_events(state))) places.push_back(events->events[event].place->name);
    return places;
}

struct Driven {
    AppState state = test::state_with_story();
    CommandRegistry registry = all_commands();
    bool run(const std::string& line) { return registry.run_line(state, line).has_value(); }
};

}  // namespace

TEST_CASE("the table sorts by a column, up and down, whatever rows it has") {
    Driven driven;
    REQUIRE(driven.run("time.set all"));
    using Names = std::vector<std::string>;
    CHECK(places_in(driven.state) == Names{"Aghdam", "Lachin", "Khojali"});
    REQUIRE(driven.run("table.sort place"));
    CHECK(places_in(driven.state) == Names{"Aghdam", "Khojali", "Lachin"});
    REQUIRE(driven.run("table.sort place desc"));
    CHECK(places_in(driven.state) == Names{"Lachin", "Khojali", "Aghdam"});
    REQUIRE(driven.run("table.sort date desc"));
    CHECK(places_in(driven.state) == Names{"Khojali", "Lachin", "Aghdam"});
    REQUIRE(driven.run("table.sort quote desc"));
    CHECK(places_in(driven.state) == Names{"Khojali", "Lachin", "Aghdam"});
    REQUIRE(driven.run("time.set 1900/2000"));
    CHECK(places_in(driven.state) == Names{"Lachin", "Aghdam"});
    CHECK_FALSE(driven.run("table.sort colour"));
    CHECK_FALSE(driven.run("table.sort place sideways"));
}

TEST_CASE("rows are selected one after the other in the order of the table") {
    Driven driven;
    REQUIRE(driven.run("time.set all"));
    REQUIRE(driven.run("table.sort place"));
    REQUIRE(driven.run("table.move 1"));
    CHECK(driven.state.selected_event == "story-1922");
    REQUIRE(driven.run("table.move 1"));
    CHECK(driven.state.selected_event == "story-2020");
    REQUIRE(driven.run("table.move 5"));
    CHECK(driven.state.selected_event == "story-1993");
    REQUIRE(driven.run("table.move -1"));
    CHECK(driven.state.selected_event == "story-2020");
    REQUIRE(driven.run("table.move last"));
    CHECK(driven.state.selected_event == "story-1993");
}

TEST_CASE("only rows of the date are stepped over unless all are listed") {
    Driven driven;
    REQUIRE(driven.run("time.set 1990/2023"));
    REQUIRE(driven.run("table.move first"));
    CHECK(driven.state.selected_event == "story-1993");
    REQUIRE(driven.run("table.move -1"));
    CHECK(driven.state.selected_event == "story-1993");
    REQUIRE(driven.run("table.rows all"));
    REQUIRE(driven.run("table.move -1"));
    CHECK(driven.state.selected_event == "story-1922");
}

TEST_CASE("columns stand in the order in which they are named, each once") {
    Driven driven;
    REQUIRE(driven.run("table.columns quote date quote"));
    CHECK(driven.state.table.columns == std::vector{TableColumn::quote, TableColumn::date});
    CHECK_FALSE(driven.run("table.columns colour"));
    CHECK_FALSE(driven.run("table.columns all date"));
    REQUIRE(driven.run("table.columns all"));
    CHECK(driven.state.table.columns == all_table_columns());
}

TEST_CASE("the table begins with what was read; verdicts sort before none") {
    Driven driven;
    CHECK(driven.state.table.columns.size() == table_column_count - 3);
    REQUIRE(driven.run("time.set all"));
    REQUIRE(driven.run("table.rows all"));
    REQUIRE(driven.run("event.verdict story-2020 verified"));
    REQUIRE(driven.run("event.verdict story-1993 disputed"));
    REQUIRE(driven.run("table.sort verdict"));
    REQUIRE(driven.run("table.move first"));
    CHECK(driven.state.selected_event == "story-2020");
    REQUIRE(driven.run("table.move 1"));
    CHECK(driven.state.selected_event == "story-1993");
}

TEST_CASE("verdict and note have columns once an event has one, unless the user took them away") {
    Driven driven;
    const auto has = [&](TableColumn column) {
        const std::vector<TableColumn> columns = shown_table_columns(driven.state);
        return std::ranges::find(columns, column) != columns.end();
    };
    CHECK_FALSE(has(TableColumn::verdict));
    REQUIRE(driven.run("event.verdict story-2020 rejected"));
    CHECK_FALSE(has(TableColumn::verdict));  // it is no row any more
    REQUIRE(driven.run("event.verdict story-1993 verified"));
    CHECK(has(TableColumn::verdict));
    CHECK_FALSE(has(TableColumn::note));
    CHECK(shown_table_columns(driven.state).back() == TableColumn::quote);
    REQUIRE(driven.run("event.note story-1993 so they say"));
    CHECK(has(TableColumn::note));
    REQUIRE(driven.run("table.columns date place note quote"));
    CHECK_FALSE(has(TableColumn::verdict));
    REQUIRE(driven.run("event.verdict story-1922 disputed"));
    CHECK_FALSE(has(TableColumn::verdict));
    CHECK(has(TableColumn::note));
    REQUIRE(driven.run("table.columns date verdict"));
    CHECK(has(TableColumn::verdict));
    CHECK_FALSE(has(TableColumn::note));
}

TEST_CASE("rows are picked one by one or as a stretch, and judged, merged and copied together") {
    Driven driven;
    const std::vector<std::string>& picked = driven.state.table.picked;
    using Ids = std::vector<std::string>;
    REQUIRE(driven.run("time.set all"));
    REQUIRE(driven.run("event.select story-1993"));
    REQUIRE(driven.run("table.pick toggle story-1922"));
    CHECK(picked == Ids{"story-1993", "story-1922"});
    REQUIRE(driven.run("table.pick toggle story-1993"));
    CHECK(picked == Ids{"story-1922"});
    REQUIRE(driven.run("event.select story-2020"));
    CHECK(picked.empty());
    REQUIRE(driven.run("table.pick to story-1922"));
    CHECK(picked == Ids{"story-2020", "story-1993", "story-1922"});
    REQUIRE(driven.run("table.pick to story-1993"));
    CHECK(picked == Ids{"story-2020", "story-1993"});
    CHECK_FALSE(driven.run("table.pick to nobody"));
    CHECK_FALSE(driven.run("table.pick story-1922 nobody"));
    CHECK(picked.size() == 2);

    REQUIRE(driven.run("event.verdict picked verified"));
    const auto verdict = [&](const char* id) { return verdict_of(*driven.state.store.current()->find(id)); };
    CHECK(verdict("story-2020") == Verdict::verified);
    CHECK(verdict("story-1993") == Verdict::verified);
    CHECK(verdict("story-1922") == Verdict::none);
    REQUIRE(driven.run("event.copy"));
    const std::string& copied = *driven.state.requests.clipboard.text;
    CHECK(copied.find("Khojali") < copied.find("Lachin"));
    CHECK(copied.find('\n') != std::string::npos);
    REQUIRE(driven.run("edit.undo"));  // one step for both
    CHECK(verdict("story-2020") == Verdict::none);
    CHECK(verdict("story-1993") == Verdict::none);
    CHECK_FALSE(driven.run("edit.undo"));

    REQUIRE(driven.run("event.merge picked"));
    CHECK(picked.empty());
    CHECK(driven.state.store.current()->find("story-2020")->user->merged.size() == 1);
    CHECK_FALSE(driven.run("event.merge picked"));
    CHECK_FALSE(driven.run("event.verdict picked verified"));
    REQUIRE(driven.run("edit.undo"));
    REQUIRE(driven.run("table.pick story-1922 story-1993"));
    REQUIRE(driven.run("event.verdict picked rejected"));
    CHECK(driven.state.store.current()->rejected.size() == 2);
    CHECK(picked.empty());  // they are no rows any more
}

TEST_CASE("a stretch of rows follows the table's order, and leaves out what is no row") {
    Driven driven;
    REQUIRE(driven.run("time.set all"));
    REQUIRE(driven.run("table.sort place"));
    REQUIRE(driven.run("table.pick story-1922"));
    REQUIRE(driven.run("table.pick to story-1993"));
    CHECK(driven.state.table.picked == std::vector<std::string>{"story-1922", "story-2020", "story-1993"});
    REQUIRE(driven.run("time.set 1900/2000"));
    REQUIRE(driven.run("table.pick to story-1993"));
    CHECK(driven.state.table.picked == std::vector<std::string>{"story-1922", "story-1993"});
}

TEST_CASE("few events of many come in the same order as many of many") {
    auto extraction = std::make_shared<Extraction>(*test::small_story());
    extraction->events.clear();
    auto place = std::make_shared<Place>();
    for (int i = 0; i < 500; ++i) {
        Event event;
        event.id = std::to_string(i);
        event.place = place;
        event.date = EdtfDate::of_year(1500 + i);
        event.quote = std::to_string(i * 7919 % 500);
        extraction->events.push_back(event);
    }
    EventStore store;
    store.add(extraction);
    const TableOrderPtr order = sort_events(store.current(), {TableColumn::quote});
    std::vector<EventIndex> many(400), few(20);
    for (EventIndex i = 0; i < many.size(); ++i) many[i] = i;
    for (EventIndex i = 0; i < few.size(); ++i) few[i] = i;
    std::vector<EventIndex> kept = in_order(*order, many);
    std::erase_if(kept, [](EventIndex i) { return i >= 20; });
    CHECK(in_order(*order, few) == kept);
    for (std::size_t row = 1; row < kept.size(); ++row)
        CHECK(store.current()->events[kept[row - 1]].quote < store.current()->events[kept[row]].quote);
}
