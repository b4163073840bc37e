#include "app/export/story_export.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>

#include "app/commands/command.hpp"
#include "app/export/export_job.hpp"
#include "app/state/exporting.hpp"
#include "app/state/story_telling.hpp"
#include "app/story/told_step.hpp"
#include "tests/app/small_story.hpp"
#include "tests/render/temporary_folder.hpp"

namespace chronomap {
namespace {

/// Two steps of the small story, with events, Markdown and an Armenian title.
AppState state_with_steps() {
    AppState state = test::state_with_story();
    const CommandRegistry registry = all_commands();
    state.view.width_px = 800;
    state.view.height_px = 600;
    for (const char* line : {"view.fit", "time.set 1993", "event.select story-1993", "story.add 'Շուշի'",
                             "story.text 1 'It was *quiet*, [they say](https://example.org/q).' '' '- and cold'",
                             "story.notes 1 'Ask them.'", "time.set 2020", "event.select none", "story.add Second"}) {
        const auto done = registry.run_line(state, line);
        CHECK_MESSAGE(done.has_value(), line);
    }
    return state;
}

std::string text_of_pdf(const std::string& path) {
    std::string text;
    if (std::FILE* pipe = popen(("pdftotext '" + path + "' - 2>/dev/null").c_str(), "r")) {
        for (int c = 0; (c = std::fgetc(pipe)) != EOF;) text += static_cast<char>(c == '\n' ? ' ' : c);
        pclose(pipe);
    }
    return text;
}

/// pdftotext has its own mind about narrow blanks.
bool has(std::string text, std::string words) {
    std::erase(text, ' ');
    std::erase(words, ' ');
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a handout has each step's title, text, link and quotes with their source, but not the notes") {
    const TemporaryFolder folder;
    const AppState state = state_with_steps();
    ExportRequest request;
    request.path = folder.file("handout.pdf");
    request.story = true;
    REQUIRE(check_export(request));
    const auto map = exported_map(state, {}, request);
    REQUIRE(map);
    const StoryTelling telling{map->story, "Three towns", map->scene, map->view};
    PictureOptions options;
    options.dpi = request.dpi;
    REQUIRE(write_handout(telling, request.path, options, {}));
    const std::string text = text_of_pdf(request.path);
    for (const char* words : {"Շուշի", "It was quiet", "(https://example.org/q)", "and cold", "Lachin, 1993",
                              "“In 1993 people met in Lachin.”", "“Three towns”", "Second", "1 / 1"})
        CHECK_MESSAGE(has(text, words), words);
    CHECK_FALSE(has(text, "Ask them"));
}

TEST_CASE("a story is written as PDF or film only") {
    ExportRequest request;
    request.story = true;
    for (const char* path : {"a.pdf", "a.mp4", "a.webm"}) {
        request.path = path;
        CHECK(check_export(request));
    }
    for (const char* path : {"a.png", "a.gif", "a.svg", "a"}) {
        request.path = path;
        CHECK_FALSE(check_export(request));
    }
    request.path = "a.pdf";
    request.each = true;
    CHECK_FALSE(check_export(request));
}

TEST_CASE("a handout that is stopped leaves no file") {
    const TemporaryFolder folder;
    const AppState state = state_with_steps();
    ExportRequest request;
    request.path = folder.file("handout.pdf");
    request.story = true;
    const auto map = exported_map(state, {}, request);
    REQUIRE(map);
    const auto written =
        write_handout({map->story, "", map->scene, map->view}, request.path, {}, [](double) { return false; });
    REQUIRE_FALSE(written);
    CHECK(written.error().message == cancelled);
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("what is told of a step quotes its events with who says so and where") {
    const AppState state = state_with_steps();
    const StoryPage page = page_of_step(story_of(state), "Three towns", 0, scene_of(state));
    CHECK(page.number == "1 / 2");
    CHECK(page.date == "1993");
    REQUIRE(page.quotes.size() == 1);
    CHECK(page.quotes[0].heading == "Lachin, 1993");
    CHECK(page.quotes[0].words == "In 1993 people met in Lachin.");
    CHECK(page.quotes[0].source == "“Three towns”");
    CHECK(page.notes.empty());
}

TEST_CASE("longer words are held longer") {
    StoryPage few, many;
    few.text = "A few words.";
    for (int i = 0; i < 60; ++i) many.text += "word ";
    CHECK(seconds_to_read(few) >= 5);
    CHECK(seconds_to_read(many) > 20);
    CHECK(seconds_to_read(many) <= 60);
}

}  // namespace chronomap
