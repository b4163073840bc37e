#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "app/commands/command.hpp"
#include "app/commands/key_bindings.hpp"
#include "app/state/map_style.hpp"
#include "app/state/time_steps.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;

namespace {

struct Driven {
    AppState state = test::state_with_story();
    CommandRegistry registry = all_commands();

    std::string run(const std::string& line) {
        const auto done = registry.run_line(state, line);
        return done ? "" : done.error().text();
    }
    std::string date() const { return edtf_from_span(state.time.span).text(); }
};

}  // namespace

TEST_CASE("time.set takes EDTF and typed dates, and says in words what it cannot read") {
    Driven driven;
    CHECK(driven.run("time.set 1993") == "");
    CHECK(driven.date() == "1993");
    CHECK(driven.run("time.set 1988/1994") == "");
    CHECK(driven.date() == "1988/1994");
    CHECK(driven.run("time.set Nov 2020") == "");
    CHECK(driven.date() == "2020-11");
    CHECK(driven.run("time.set someday").starts_with("time.set: "));
    CHECK(driven.date() == "2020-11");
    CHECK(driven.run("time.set all") == "");
    CHECK(driven.state.time.effective() == all_time);
}

TEST_CASE("the map takes the names of its towns from the gazetteer that the files were read with") {
    Driven driven;
    CHECK(scene_of(driven.state).gazetteer == nullptr);
    // Only the pointer is looked at; nothing is behind it.
    const std::shared_ptr<const Gazetteer> gazetteer(std::make_shared<int>(0), nullptr);
    driven.state.gazetteer = gazetteer;
    const Scene scene = scene_of(driven.state);
    CHECK_FALSE(scene.gazetteer.owner_before(gazetteer));
    CHECK_FALSE(gazetteer.owner_before(scene.gazetteer));
}

TEST_CASE("furniture.set moves what stands around the map, and says what it cannot") {
    Driven driven;
    CHECK(driven.run("furniture.set legend top-left") == "");
    CHECK(driven.run("furniture.set sources short") == "");
    CHECK(driven.run("export.caption \"Our own words\"") == "");
    CHECK(driven.run("export.subtitle below") == "");
    const FurnitureSettings shown = scene_of(driven.state).furniture.settings;
    CHECK(furniture_words(shown) == "legend=top-left,sources=short");
    CHECK(shown.caption == "Our own words");
    CHECK(shown.subtitle == "below");
    CHECK(driven.run("furniture.set sources off").find("never left out") != std::string::npos);
    CHECK(driven.run("furniture.set legend left").find("top-left") != std::string::npos);
}

TEST_CASE("style.set takes a name or a file, and keeps the style when there is none") {
    Driven driven;
    CHECK(map_style(driven.state).name == "light");
    CHECK(driven.run("style.set dark") == "");
    CHECK(map_style(driven.state).name == "dark");
    CHECK(scene_of(driven.state).style == driven.state.style);
    CHECK(driven.run("style.set drak").find("dark, light, mono") != std::string::npos);
    CHECK(driven.run("style.set ./nowhere.json") != "");
    CHECK(map_style(driven.state).name == "dark");
}

TEST_CASE("a style's file that is read again with a mistake is told, and that it is well again") {
    const auto path = std::filesystem::temp_directory_path() / "chronomap-test-own.json";
    const auto write = [&](const char* json) { std::ofstream(path) << json; };
    Driven driven;
    write(R"({"land": "#111111"})");
    REQUIRE(driven.run("style.set " + path.string()) == "");
    write(R"({"land": "#222222"})");
    reload_map_style(driven.state);
    CHECK(map_style(driven.state).land == *colour_from("#222222"));
    CHECK(driven.state.messages.empty());
    write(R"({"land": )");
    reload_map_style(driven.state);
    CHECK(map_style(driven.state).land == *colour_from("#222222"));
    REQUIRE(driven.state.messages.size() == 1);
    CHECK(driven.state.messages[0].text.find("chronomap-test-own.json") != std::string::npos);
    write("{}");
    reload_map_style(driven.state);
    CHECK(driven.state.messages.size() == 2);
    CHECK(map_style(driven.state).land == Style().land);
    std::filesystem::remove(path);
}

TEST_CASE("the mode decides which events are shown") {
    Driven driven;
    driven.run("time.set 1993");
    CHECK(shown_events(driven.state).size() == 1);
    driven.run("time.mode until");
    CHECK(shown_events(driven.state).size() == 2);
    driven.run("time.mode since");
    CHECK(shown_events(driven.state).size() == 2);
    CHECK(driven.run("time.mode sideways") != "");
    CHECK(driven.state.time.mode == TimeMode::since);
}

TEST_CASE("the stops are walked forwards and backwards, and the walk ends at the ends") {
    Driven driven;
    REQUIRE(driven.state.stops.size() == 3);
    driven.run("timeline.first");
    CHECK(driven.date() == "1922");
    driven.run("timeline.next");
    CHECK(driven.date() == "1993");
    driven.run("timeline.next");
    driven.run("timeline.next");
    CHECK(driven.date() == "2020");
    driven.run("timeline.previous");
    CHECK(driven.date() == "1993");
    CHECK(driven.run("timeline.stop 1") == "");
    CHECK(driven.date() == "1922");
    CHECK(driven.run("timeline.stop 4").find("from 1 to 3") != std::string::npos);
}

TEST_CASE("a step goes to the next stop, or moves by the unit that is chosen or given") {
    Driven driven;
    driven.run("time.set 1993");
    driven.run("time.step 1");
    CHECK(driven.date() == "2020");
    driven.run("time.step -10");
    CHECK(driven.date() == "1922");
    driven.run("time.step 2 decade");
    CHECK(driven.date() == "194X");
    CHECK(driven.run("time.unit year") == "");
    driven.run("time.set 1993");
    driven.run("time.step 10");
    CHECK(driven.date() == "2003");
    driven.run("time.set 2020-11");
    driven.run("time.step -1");
    CHECK(driven.date() == "2019");
    driven.run("time.set 2020-11");
    driven.run("time.step -1 month");
    CHECK(driven.date() == "2020-10");
    driven.run("time.set 1922");
    driven.run("time.step 1 month");
    CHECK(driven.date() == "1922-01");
    driven.run("time.step 1 month");
    CHECK(driven.date() == "1922-02");
    driven.run("time.mode window");
    driven.run("time.set 1988/1994");
    driven.run("time.step 1");
    CHECK(driven.date() == "1989/1995");
    driven.run("time.step 1 month");
    CHECK(driven.date() == "1989-02/1996-01");
    CHECK(driven.run("time.unit fortnight").find("century") != std::string::npos);
    for (int i = 0; i < 6; ++i) driven.run("time.unit next");
    CHECK(driven.state.time_settings.step == CalendarUnit::year);
}

TEST_CASE("playback goes from stop to stop and stands still at the last one") {
    Driven driven;
    driven.state.now_s = 100;
    driven.run("timeline.first");
    driven.run("timeline.speed 2");
    driven.run("timeline.play");
    advance(driven.state);
    CHECK(driven.date() == "1922");
    for (const double now : {102.1, 104.2, 106.3}) {
        driven.state.now_s = now;
        advance(driven.state);
    }
    CHECK(driven.date() == "2020");
    CHECK_FALSE(driven.state.playback.playing());
}

TEST_CASE("playback by years leaves out gaps, loops over a span and runs backward") {
    Driven driven;
    const auto play_for = [&](double seconds) {
        std::string seen;
        for (double passed = 0; passed < seconds; passed += 0.1) {
            driven.state.now_s += 0.1;
            const std::string before = driven.date();
            advance(driven.state);
            if (driven.date() != before) seen += driven.date() + " ";
        }
        return seen;
    };
    driven.run("time.unit year");
    driven.run("timeline.speed 1");
    driven.run("time.set 1922");
    driven.run("timeline.play");
    CHECK(play_for(5) == "1993 2020 ");
    CHECK_FALSE(driven.state.playback.playing());
    driven.run("play.gaps play");
    driven.run("time.set 2019");
    driven.run("timeline.play backward");
    CHECK(play_for(3.05) == "2018 2017 2016 ");
    driven.run("play.loop 1993/1994");
    driven.run("time.set 1993");
    driven.run("timeline.play");
    CHECK(play_for(3.05) == "1994 1993 1994 ");
    driven.run("time.set 1993");
    CHECK_FALSE(driven.state.playback.playing());
    driven.run("play.loop off");
    driven.run("time.mode window");
    driven.run("time.set 1991/1993");
    driven.run("timeline.play");
    CHECK(play_for(2.05) == "1992/1994 1993/1995 ");
    CHECK(driven.run("play.loop sometimes") != "");
    CHECK(driven.run("play.speed 100") != "");
}

TEST_CASE("a stop that is taken away while it plays does not stop the rest") {
    Driven driven;
    driven.run("timeline.speed 1");
    driven.run("timeline.first");
    driven.run("timeline.play");
    driven.run("stop.remove 2");
    CHECK(driven.state.playback.playing());
    driven.state.now_s += 1.5;
    advance(driven.state);
    CHECK(driven.date() == "2020");
}

TEST_CASE("selecting an event selects it in text, time and list") {
    Driven driven;
    driven.run("time.set 1922");
    CHECK(driven.run("event.select story-2020") == "");
    CHECK(driven.date() == "2020");
    CHECK(driven.state.shown_article == "story");
    REQUIRE(selected_event(driven.state) != nullptr);
    CHECK(driven.state.marked == selected_event(driven.state)->sentence);
    driven.run("event.select previous");
    CHECK(driven.state.selected_event == "story-1993");
    CHECK(driven.run("event.select nowhere") != "");
    CHECK(driven.state.selected_event == "story-1993");
    driven.run("event.select none");
    CHECK(selected_event(driven.state) == nullptr);
}

TEST_CASE("a sentence of the residue can be shown in the article") {
    Driven driven;
    const Extraction& story = *article_of(driven.state, "story");
    const TextRange sentence = story.residue.front().sentence;
    CHECK(driven.run("article.show story " + std::to_string(sentence.begin + 3)) == "");
    CHECK(driven.state.marked == sentence);
}

TEST_CASE("zooming keeps the point under the mouse, panning moves by pixels") {
    Driven driven;
    View& view = driven.state.view;
    view = View{"EPSG:3857", 1000, 2000, 10, 800, 600, 1};
    driven.run("view.pan 100 0");
    CHECK(view.centre_x == doctest::Approx(0));
    driven.run("view.zoom 2 0 0");
    CHECK(view.metres_per_px == doctest::Approx(5));
    // The top left corner was at (-4000, 5000) and still is.
    CHECK(view.centre_x - 400 * 5 == doctest::Approx(-4000));
    CHECK(view.centre_y + 300 * 5 == doctest::Approx(5000));
    CHECK(driven.run("view.zoom 0") != "");
    CHECK(driven.run("view.zoom 2 5") != "");
    CHECK(driven.run("view.centre 200 0") != "");
}

TEST_CASE("shown and left over are counted in one line") {
    Driven driven;
    driven.run("time.set 1993");
    CHECK(count_line(driven.state) == "1 of 3 shown, 1 undated, 0 unplaced");
}

TEST_CASE("panels that share a place hide each other") {
    Driven driven;
    driven.run("panel.show residue");
    CHECK_FALSE(driven.state.panels.events);
    driven.run("panel.show events");
    CHECK_FALSE(driven.state.panels.residue);
    CHECK(driven.run("panel.show cellar").find("timeline") != std::string::npos);
}

TEST_CASE("closing the last article forgets time, stops and selection") {
    Driven driven;
    driven.run("event.select story-1993");
    CHECK(driven.run("file.close story") == "");
    CHECK(driven.state.stops.empty());
    CHECK(driven.state.selected_event.empty());
    CHECK(driven.run("timeline.next") != "");
    CHECK(driven.run("file.close story") != "");
}

TEST_CASE("every key runs a command that is there") {
    const CommandRegistry registry = all_commands();
    for (const KeyBinding& binding : key_bindings()) {
        const auto command = parse_command(binding.command);
        REQUIRE(command);
        CHECK_MESSAGE(registry.find(command->name) != nullptr, binding.command);
        CHECK(command_for_keys(binding.keys) == binding.command);
    }
}
