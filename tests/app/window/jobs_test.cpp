#include <doctest/doctest.h>

#include <chrono>
#include <memory>
#include <thread>

#include "app/state/finding.hpp"
#include "app/window/search_job.hpp"
#include "app/window/table_job.hpp"

using namespace chronomap;

namespace {

/// More events than are sorted or searched between two frames.
AppState state_with_many() {
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = "many";
    auto place = std::make_shared<Place>();
    place->id = place->name = "Lachin";
    for (int i = 0; i < 25000; ++i) {
        Event event;
        event.id = std::to_string(i);
        event.article_id = "many";
        event.place = place;
        event.date = EdtfDate::of_year(1000 + i % 900);
        event.quote = "number " + std::to_string(i);
        extraction->events.push_back(std::move(event));
    }
    AppState state;
    state.store.add(std::move(extraction));
    events_changed(state);
    return state;
}

/// Calls `follow` as the window's frames do, until it says that there is news.
template <class Job>
bool comes(Job& job, AppState& state) {
    for (int frame = 0; frame < 2000; ++frame) {
        if (job.follow(state)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

}  // namespace

TEST_CASE("many events are sorted beside the frames, and what is asked for last is what comes") {
    AppState state = state_with_many();
    TableJob job([] {});
    REQUIRE(comes(job, state));  // by date: at once
    state.table.sort = TableColumn::quote;
    CHECK_FALSE(job.follow(state));
    CHECK_FALSE(is_sorted(state));
    state.table.order = SortOrder::descending;
    REQUIRE(comes(job, state));
    CHECK(is_sorted(state));
    CHECK(state.store.current()->events[state.table.sorted->at(0)].quote == "number 9999");
    CHECK_FALSE(job.follow(state));
}

TEST_CASE("many events are searched beside the frames, and words typed later win") {
    AppState state = state_with_many();
    SearchJob job([] {});
    search(state, "number 1234");
    CHECK(state.search_due);
    CHECK_FALSE(job.follow(state));
    search(state, "number 24999");
    REQUIRE(comes(job, state));
    CHECK_FALSE(state.search_due);
    REQUIRE_FALSE(state.found.empty());
    CHECK(state.found.front().detail == "number 24999");
    search(state, "");
    CHECK_FALSE(state.search_due);
    CHECK(state.found.empty());
    CHECK_FALSE(job.follow(state));
}
