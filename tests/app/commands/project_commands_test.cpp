#include <doctest/doctest.h>

#include "app/commands/command.hpp"
#include "app/project/unsaved.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

Result<void> run(AppState& state, std::string_view line) {
    static const CommandRegistry registry = all_commands();
    return registry.run_line(state, line);
}

/// A state whose project was saved and then edited.
AppState edited_project() {
    AppState state = state_with_story();
    state.project.path = "/somewhere/story.chronomap.gpkg";
    state.project.saved = work_of(state);
    REQUIRE(run(state, "time.set 1993"));
    CHECK_FALSE(has_unsaved_work(state));
    REQUIRE(run(state, "stop.name 1 first"));
    return state;
}

}  // namespace

TEST_CASE("work is unsaved from an edit on, and no more when the edit is undone") {
    AppState state = edited_project();
    CHECK(has_unsaved_work(state));
    REQUIRE(run(state, "edit.undo"));
    CHECK_FALSE(has_unsaved_work(state));
    REQUIRE(run(state, "names.set dual"));
    CHECK(has_unsaved_work(state));
}

TEST_CASE("reading an article without editing is no work to be asked for") {
    AppState state = state_with_story();
    CHECK_FALSE(has_unsaved_work(state));
    REQUIRE(run(state, "file.quit"));
    CHECK(state.requests.quit);
}

TEST_CASE("a new project begins at once, or after the question of unsaved work") {
    AppState state = edited_project();
    REQUIRE(run(state, "file.new"));
    CHECK(state.panels.dialog == Dialog::unsaved_work);
    CHECK(state.store.current()->events.size() == 3);
    REQUIRE(run(state, "file.answer cancel"));
    CHECK(state.panels.dialog == Dialog::none);
    CHECK_FALSE(run(state, "file.answer discard"));
    REQUIRE(run(state, "file.new"));
    REQUIRE(run(state, "file.answer discard"));
    CHECK(state.store.current()->events.empty());
    CHECK(state.project.path.empty());
    CHECK(state.panels.dialog == Dialog::none);
    CHECK_FALSE(has_unsaved_work(state));
}

TEST_CASE("saving as an answer asks for a file when there is none, and closing that dialog takes it back") {
    AppState state = state_with_story();
    REQUIRE(run(state, "stop.name 1 first"));
    REQUIRE(run(state, "file.quit"));
    REQUIRE(run(state, "file.answer save"));
    CHECK(state.panels.dialog == Dialog::save_file);
    CHECK(state.project.postponed.what == Postponed::What::quit);
    REQUIRE(run(state, "dialog.show none"));
    CHECK(state.project.postponed.what == Postponed::What::nothing);
    CHECK_FALSE(state.requests.quit);
}

TEST_CASE("a project is saved in its own file, or in one that gets the usual ending") {
    AppState state = edited_project();
    REQUIRE(run(state, "file.save"));
    CHECK(state.requests.save == "/somewhere/story.chronomap.gpkg");
    state.requests.save.reset();
    REQUIRE(run(state, "file.save-as \"/tmp/two words\""));
    CHECK(state.requests.save == "/tmp/two words.chronomap.gpkg");
    REQUIRE(run(state, "file.save-as /tmp/plain.gpkg"));
    CHECK(state.requests.save == "/tmp/plain.gpkg");
    CHECK_FALSE(run(state, "file.save-as /"));
    state.project.saving = true;
    CHECK_FALSE(run(state, "file.save"));
}

TEST_CASE("recent files are opened by number, the last first, each once") {
    AppState state;
    CHECK_FALSE(run(state, "file.open-recent 1"));
    remember_recent(state, "/a.txt");
    remember_recent(state, "/b.txt");
    remember_recent(state, "/a.txt");
    CHECK(state.project.recent == std::vector<std::string>{"/a.txt", "/b.txt"});
    REQUIRE(run(state, "file.open-recent 2"));
    CHECK(state.requests.open == std::vector<std::string>{"/b.txt"});
    CHECK_FALSE(run(state, "file.open-recent 3"));
}
