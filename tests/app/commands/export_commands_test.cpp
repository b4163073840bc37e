#include <doctest/doctest.h>

#include "app/commands/command.hpp"
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
    REQUIRE(state.requests.snapshots.size() == 1);
    const SnapshotRequest& request = state.requests.snapshots.front();
    CHECK(request.path == "a.tif");
    CHECK(request.dpi == 150);
    CHECK(request.world_file);
    REQUIRE(request.size);
    CHECK(pixels_of(*request.size, request.dpi)->width == 2480);
    CHECK(run({"a.svg"}));
    state.requests.snapshots.clear();
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"a.bmp"},
                                                  {""},
                                                  {"a.png", "40000x10"},
                                                  {"a.png", "A0", "1200dpi"},
                                                  {"a.png", "3dpi"},
                                                  {"a.pdf", "world-file"},
                                                  {"a.png", "large"}})
        CHECK(!run(wrong));
    CHECK(state.requests.snapshots.empty());
}
