#include <doctest/doctest.h>

#include "app/commands/command.hpp"
#include "app/commands/export_words.hpp"
#include "app/panels/export_choices.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;
using namespace chronomap::test;

TEST_CASE("an export asks for a size in pixels or on paper, and refuses what cannot be written") {
    const CommandRegistry registry = all_commands();
    AppState state = state_with_story();
    const auto run = [&](std::vector<std::string> arguments) {
        return registry.run(state, {"export.snapshot", std::move(arguments)});
    };
    REQUIRE(run({"a.tif", "A3-landscape", "150dpi", "world-file"}));
    REQUIRE(state.requests.exports.size() == 1);
    const WindowExport& wanted = state.requests.exports.front();
    CHECK(wanted.request.path == "a.tif");
    CHECK(wanted.request.dpi == 150);
    CHECK(wanted.request.world_file);
    REQUIRE(wanted.size);
    CHECK(pixels_of(*wanted.size, wanted.request.dpi)->width == 2480);
    CHECK(run({"a.svg"}));
    state.requests.exports.clear();
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"a.bmp"},
                                                  {""},
                                                  {"a.png", "40000x10"},
                                                  {"a.png", "A0", "1200dpi"},
                                                  {"a.png", "3dpi"},
                                                  {"a.pdf", "world-file"},
                                                  {"a.png", "each=week"},
                                                  {"a.png", "compare=1993"},
                                                  {"a.png", "compare=1993,1993"},
                                                  {"a.mp4", "compare=1993,2020"},
                                                  {"a.png", "from=1990"},
                                                  {"a.mp4", "world-file"},
                                                  {"a.png", "quality=80"},
                                                  {"a.mp4", "fps=100"},
                                                  {"a.png", "large"}})
        CHECK(!run(wrong));
    CHECK(state.requests.exports.empty());
}

TEST_CASE("an export is a picture, a series, a film or a comparison by its words and the file's ending") {
    const auto kind = [](const std::vector<std::string>& words) {
        const auto wanted = export_from_words(words);
        REQUIRE_MESSAGE(wanted, (wanted ? "" : wanted.error().text()));
        return kind_of(wanted->request);
    };
    CHECK(kind({"a.png"}) == ExportKind::picture);
    CHECK(kind({"a.webp"}) == ExportKind::picture);
    CHECK(kind({"a.png", "each=stop"}) == ExportKind::series);
    CHECK(kind({"a.pdf", "each=year", "from=1990", "to=2000"}) == ExportKind::series);
    CHECK(kind({"a.webp", "each=year"}) == ExportKind::film);
    CHECK(kind({"a.mp4"}) == ExportKind::film);
    CHECK(kind({"a.gif", "each=decade", "fps=2.5", "640x480"}) == ExportKind::film);
    CHECK(kind({"a.jpg", "compare=1993,2020-11", "quality=80", "no-paths"}) == ExportKind::comparison);
}

TEST_CASE("the dialog's settings are words that the command reads, for every kind and format") {
    for (const ExportKind kind : {ExportKind::picture, ExportKind::series, ExportKind::film, ExportKind::comparison}) {
        ExportMemory memory;
        memory.kind = kind;
        memory.first = "1993", memory.second = "2020";
        memory.world_file = memory.leave_out_paths = true;
        memory.frames_per_second = 2.5f;
        const std::string name = proposed_name(memory, "Road \"from\" Aghdam / Լաչին", "1993");
        CHECK(name.starts_with("road-from-aghdam-Լաչին"));
        for (const ExportFormat& format : formats_for(kind))
            for (int size = 0; size < 11; ++size) {
                memory.size = size;
                const std::string path = with_format(name, format);
                const auto wanted = export_from_words(export_words(memory, path));
                REQUIRE_MESSAGE(wanted, (wanted ? "" : wanted.error().text()));
                CHECK(kind_of(wanted->request) == kind);
                CHECK(std::string(format_of(kind, path).label) == format.label);
            }
    }
}
