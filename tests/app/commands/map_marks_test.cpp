#include <doctest/doctest.h>

#include "app/commands/command.hpp"
#include "render/scene/event_marks.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;

namespace {

/// All dates of the story, in a window, from so far that its towns lie upon each other.
struct FarAway {
    AppState state = test::state_with_story();
    CommandRegistry registry = all_commands();

    FarAway() {
        state.view.width_px = 800, state.view.height_px = 600;
        CHECK(run("time.set all") == "");
        CHECK(run("view.fit") == "");
        CHECK(run("view.zoom 0.01") == "");
        CHECK(marks() == 1);
    }
    std::string run(const std::string& line) {
        const auto done = registry.run_line(state, line);
        return done ? "" : done.error().text();
    }
    std::size_t marks() const {
        const Scene scene = scene_of(state);
        return arrange_events(*scene.events, shown_events(state), state.view, Style(),
                              {scene.selected_event, "", scene.fanned_event})
            .symbols.size();
    }
};

}  // namespace

TEST_CASE("map.open zooms in to a symbol of several places until it splits, and then selects") {
    FarAway far;
    CHECK(far.run("map.open story-1993") == "");
    CHECK(far.marks() == 3);
    CHECK(far.state.fanned_event.empty());
    CHECK(far.state.selected_event.empty());
    CHECK(far.run("map.open story-1993") == "");
    CHECK(far.state.selected_event == "story-1993");
}

TEST_CASE("map.fan spreads a symbol, and Escape folds it again") {
    FarAway far;
    CHECK(far.run("map.fan story-1922") == "");
    CHECK(far.marks() == 4);  // the hub and three events
    CHECK(far.run("event.select none") == "");
    CHECK(far.marks() == 1);
    CHECK(far.run("map.fan story-1922") == "");
    CHECK(far.run("map.fan none") == "");
    CHECK(far.marks() == 1);
    CHECK(far.run("map.fan nothing") != "");
    CHECK(far.run("view.fit") == "");
    CHECK(far.run("map.fan story-1922") != "");  // it stands by itself at this scale
}

TEST_CASE("events at one place are fanned out by map.open, and folded by the next") {
    AppState state;
    state.animate = false;
    Extraction story = *test::small_story();
    for (Event& event : story.events) event.place = story.events[0].place;
    add_extraction(state, std::make_shared<const Extraction>(std::move(story)));
    const CommandRegistry registry = all_commands();
    CHECK(registry.run_line(state, "time.set all"));
    CHECK(registry.run_line(state, "map.open story-1993"));
    CHECK(state.fanned_event == "story-1993");
    CHECK(registry.run_line(state, "map.open story-1922"));
    CHECK(state.fanned_event.empty());
}
