#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "app/commands/command.hpp"
#include "app/state/camera_moves.hpp"
#include "app/state/story_telling.hpp"
#include "render/scene/camera.hpp"
#include "tests/app/small_story.hpp"

namespace chronomap {
namespace {

struct Telling {
    AppState state = test::state_with_story();
    CommandRegistry registry = all_commands();

    Telling() {
        set_map_size(state, 800, 600, 1);
        run("view.fit");
    }
    void run(const std::string& line) {
        const auto done = registry.run_line(state, line);
        CHECK_MESSAGE(done.has_value(), line, ": ", done ? "" : done.error().text());
    }
    std::string error_of(const std::string& line) {
        const auto done = registry.run_line(state, line);
        return done ? "" : done.error().text();
    }
    const std::vector<StoryStep>& steps() const { return story_of(state).steps; }
    std::string titles() const {
        std::string all;
        for (const StoryStep& step : steps()) all += step.title + ";";
        return all;
    }
};

}  // namespace

TEST_CASE("a step is made of what is on the screen") {
    Telling telling;
    telling.run("event.select story-1993");
    telling.run("time.set 1993");
    const View seen = telling.state.view;
    telling.run("story.add");
    REQUIRE(telling.steps().size() == 1);
    const StoryStep& step = telling.steps()[0];
    CHECK(step.title == "Lachin, 1993");
    CHECK(step.time.span == EdtfDate::of_year(1993).span());
    CHECK(step.highlighted == std::vector<std::string>{"story-1993"});
    telling.run("time.set all");
    telling.run("view.zoom 0.2");
    telling.run("story.go 1");
    CHECK(telling.state.time.span == EdtfDate::of_year(1993).span());
    CHECK(telling.state.view.metres_per_px == doctest::Approx(seen.metres_per_px));
    CHECK(telling.state.view.centre_x == doctest::Approx(seen.centre_x).epsilon(1e-6));
    CHECK(telling.state.show.highlighted == step.highlighted);
}

TEST_CASE("a step shows its whole part of the map in a window of any size") {
    Telling telling;
    telling.run("story.add");
    const StoryView part = *telling.steps()[0].view;
    set_map_size(telling.state, 300, 900, 2);
    telling.run("story.go 1");
    const View& view = telling.state.view;
    CHECK(view.width_px * view.metres_per_px >= part.width_m * 0.999);
    CHECK(view.height_px * view.metres_per_px >= part.height_m * 0.999);
}

TEST_CASE("a step without a part of the map shows its events, or all that are shown") {
    Telling telling;
    StoryStep step;
    const EventSetPtr events = telling.state.store.current();
    const auto wide = view_of_step(step, *events, telling.state.view);
    step.highlighted = {"story-1993"};
    const auto close = view_of_step(step, *events, telling.state.view);
    REQUIRE(wide);
    REQUIRE(close);
    const LonLat lachin = *lonlat_from_screen(*close, {400, 300}), all = *lonlat_from_screen(*wide, {400, 300});
    CHECK(lachin.lon == doctest::Approx(46.55).epsilon(0.001));
    CHECK(lachin.lat == doctest::Approx(39.64).epsilon(0.001));
    CHECK(all.lon > 46.6);
}

TEST_CASE("steps are added behind the one shown, moved and removed") {
    Telling telling;
    for (const char* line : {"story.add a", "story.add b", "story.add c", "story.go 1", "story.add d"})
        telling.run(line);
    CHECK(telling.titles() == "a;d;b;c;");
    telling.run("story.move 1 3");
    CHECK(telling.titles() == "d;b;a;c;");
    telling.run("story.move 4 1");
    CHECK(telling.titles() == "c;d;b;a;");
    telling.run("story.remove 2");
    CHECK(telling.titles() == "c;b;a;");
    CHECK(telling.error_of("story.remove 9").find("3") != std::string::npos);
    CHECK(telling.error_of("story.move 1 9").find("3") != std::string::npos);
}

TEST_CASE("text is written line by line, and every change of the story can be undone") {
    Telling telling;
    const std::vector<std::string> lines{"story.add first",
                                         "story.text 1 '# Head' '' 'Some words'",
                                         "story.notes 1 ask them",
                                         "story.title 1 The first of all",
                                         "story.highlight 1 story-1922 story-2020",
                                         "time.set 2020",
                                         "story.update 1",
                                         "story.name Towns",
                                         "story.add second",
                                         "story.move 2 1",
                                         "story.remove 1"};
    std::vector<Story> stories{story_of(telling.state)};
    for (const std::string& line : lines) {
        telling.run(line);
        if (stories.back() != story_of(telling.state)) stories.push_back(story_of(telling.state));
    }
    CHECK(stories.size() == lines.size());  // all but time.set
    CHECK(telling.steps()[0].text == "# Head\n\nSome words");
    CHECK(telling.steps()[0].notes == "ask them");
    CHECK(telling.steps()[0].time.span == EdtfDate::of_year(2020).span());
    CHECK(telling.steps()[0].highlighted == std::vector<std::string>{"story-1922", "story-2020"});
    for (std::size_t i = stories.size() - 1; i-- > 0;) {
        telling.run("edit.undo");
        CHECK(story_of(telling.state) == stories[i]);
    }
    for (std::size_t i = 1; i < stories.size(); ++i) {
        telling.run("edit.redo");
        CHECK(story_of(telling.state) == stories[i]);
    }
}

TEST_CASE("an event that stands out no longer does when it is named again") {
    Telling telling;
    telling.run("story.add a");
    telling.run("event.select story-1993");
    telling.run("story.highlight 1 story-1922 selected");
    CHECK(telling.steps()[0].highlighted == std::vector<std::string>{"story-1922", "story-1993"});
    telling.run("story.highlight 1 story-1922");
    CHECK(telling.steps()[0].highlighted == std::vector<std::string>{"story-1993"});
    telling.run("story.highlight 1 none");
    CHECK(telling.steps()[0].highlighted.empty());
    CHECK(telling.error_of("story.highlight 1 nowhere").find("nowhere") != std::string::npos);
    telling.run("event.select none");
    CHECK(telling.error_of("story.highlight 1 selected").find("no event is selected") != std::string::npos);
}

TEST_CASE("a presentation goes from step to step and stays at its ends") {
    Telling telling;
    CHECK(telling.error_of("story.play").find("no steps") != std::string::npos);
    for (const char* line : {"time.set 1922", "story.add a", "time.set 1993", "story.add b", "story.play"})
        telling.run(line);
    CHECK(telling.state.show.presenting);
    CHECK(telling.state.requests.screen == ScreenUse::whole);
    CHECK(telling.state.time.span == EdtfDate::of_year(1922).span());
    telling.run("story.go previous");
    CHECK(telling.state.show.step == 0);
    telling.run("story.black");
    CHECK(telling.state.show.black);
    telling.run("story.go next");
    CHECK_FALSE(telling.state.show.black);
    CHECK(telling.state.time.span == EdtfDate::of_year(1993).span());
    telling.run("story.go next");
    CHECK(telling.state.show.step == 1);
    telling.run("story.go first");
    CHECK(telling.state.show.step == 0);
    telling.run("story.stop");
    CHECK_FALSE(telling.state.show.presenting);
    CHECK(telling.state.requests.screen == ScreenUse::window);
    CHECK(telling.steps().size() == 2);
}

TEST_CASE("a flight between steps ends at the step's part of the map") {
    Telling telling;
    telling.run("story.add a");
    telling.run("event.select story-1993");
    telling.run("view.zoom 3");
    telling.run("story.add b");
    telling.run("story.go 1");
    const View from = telling.state.view;
    telling.state.animate = true;
    telling.state.now_s = 10;
    telling.run("story.go 2");
    REQUIRE(telling.state.flight);
    const View to = telling.state.flight->to;
    CHECK(to.metres_per_px < from.metres_per_px / 2);
    telling.state.now_s = 10 + telling.state.flight->duration_s / 2;
    CHECK(advance(telling.state));
    CHECK(telling.state.view.metres_per_px < from.metres_per_px);
    telling.state.now_s = 14;
    CHECK_FALSE(advance(telling.state));
    CHECK(telling.state.view == to);
}

}  // namespace chronomap
