#include "app/window/autosave.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <thread>

#include "app/commands/command.hpp"
#include "app/project/project_document.hpp"
#include "app/project/unsaved.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;
using namespace chronomap::test;
namespace fs = std::filesystem;

namespace {

struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / ("chronomap-recovery-" + std::to_string(getpid()));
    TemporaryFolder() { fs::remove_all(path); }
    ~TemporaryFolder() { fs::remove_all(path); }
    std::size_t projects() const {
        std::size_t count = 0;
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(path, ignored)) count += entry.path().extension() == ".gpkg";
        return count;
    }
};

void run(AppState& state, std::string_view line) {
    REQUIRE(all_commands().run_line(state, line));
}

/// Turns of the loop, until the file is written: `seconds` on the state's clock.
void pass(Autosave& autosave, AppState& state, double seconds) {
    for (int turn = 0; turn < 10; ++turn) {
        state.now_s += seconds / 10;
        autosave.follow(state);
    }
    while (autosave.running()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        autosave.follow(state);
    }
}

AppState edited() {
    AppState state = state_with_story();
    run(state, "time.set 1993");
    run(state, "stop.name 1 first");
    return state;
}

}  // namespace

TEST_CASE("unsaved work is kept after a moment, and no more when it is saved or taken back") {
    const TemporaryFolder folder;
    AppState state = edited();
    Autosave autosave(folder.path.string(), [] {});
    pass(autosave, state, 1);
    CHECK(folder.projects() == 0);
    pass(autosave, state, 5);
    CHECK(folder.projects() == 1);
    run(state, "edit.undo");
    pass(autosave, state, 1);
    CHECK(folder.projects() == 0);
    run(state, "edit.redo");
    pass(autosave, state, 100);
    CHECK(folder.projects() == 1);
    autosave.end();
    CHECK(folder.projects() == 0);
}

TEST_CASE("work of a session that ended unasked is found and shown again; that of a living one is not") {
    const TemporaryFolder folder;
    AppState state = edited();
    std::string left;
    {
        Autosave autosave(folder.path.string(), [] {});
        pass(autosave, state, 5);
        CHECK(RecoveryFile::left_behind(folder.path.string()).empty());
    }  // without an end in order
    const auto found = RecoveryFile::left_behind(folder.path.string());
    REQUIRE(found.size() == 1);
    auto contents = read_project(found.front());
    REQUIRE(contents);
    auto project = opened_project(*contents, found.front());
    REQUIRE(project);
    AppState again;
    show_project(again, std::move(*project), contents->extractions, {});
    CHECK(again.history.current() == state.history.current());
    CHECK(has_unsaved_work(again));

    // It goes when the work is kept anew, under another name.
    Autosave autosave(folder.path.string(), [] {});
    autosave.take_over(found.front());
    pass(autosave, again, 5);
    CHECK_FALSE(fs::exists(found.front()));
    CHECK(folder.projects() == 1);
}

TEST_CASE("a session that is interrupted leaves its work behind at once") {
    const TemporaryFolder folder;
    AppState state = edited();
    {
        Autosave autosave(folder.path.string(), [] {});
        autosave.end_early(state);
    }
    CHECK(RecoveryFile::left_behind(folder.path.string()).size() == 1);
}

TEST_CASE("a folder that cannot be written to is told once, and the work goes on") {
    AppState state = edited();
    Autosave autosave("/proc/no/such/folder", [] {});
    pass(autosave, state, 5);
    run(state, "stop.name 1 second");
    pass(autosave, state, 500);
    CHECK(state.messages.size() == 1);
    autosave.end();
}
