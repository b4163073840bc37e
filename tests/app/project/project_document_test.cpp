#include "app/project/project_document.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "app/commands/command.hpp"
#include "app/project/edits_document.hpp"
#include "app/project/unsaved.hpp"
#include "app/state/camera_moves.hpp"
#include "app/state/dump.hpp"
#include "tests/app/small_story.hpp"
#include "tests/app/two_dispatches.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

const std::string project_path = "/somewhere/a project/story.chronomap.gpkg";

void run(AppState& state, std::string_view line) {
    const auto done = all_commands().run_line(state, line);
    REQUIRE_MESSAGE(done.has_value(), (done ? "" : done.error().text()));
}

AppState worked_on() {
    AppState state = state_with_story();
    set_map_size(state, 800, 600, 1);
    for (const char* line :
         {"time.set 1993", "time.mode until", "stop.name 1 \"The first\"", "stop.note 2 \"Շուշի\"", "names.set dual",
          "style.set dark", "panel.hide events", "panel.size right 333", "view.zoom 1.7", "filter.set kind other",
          "event.select story-1993", "story.add \"A step\""})
        run(state, line);
    state.title = "A title of its own";
    state.furniture.caption = "two\nlines";
    return state;
}

/// The state that opening the project gives.
AppState reopened(const AppState& state) {
    const ProjectContents contents = project_contents(state, project_path);
    auto project = opened_project(contents, project_path);
    REQUIRE_MESSAGE(project.has_value(), (project ? "" : project.error().text()));
    AppState again;
    again.animate = false;
    set_map_size(again, 800, 600, 1);
    show_project(again, std::move(*project), contents.extractions, {});
    return again;
}

}  // namespace

TEST_CASE("a project shows again what was shown when it was saved") {
    AppState state = worked_on();
    state.show = {};  // how far a story was told is not kept
    const AppState again = reopened(state);
    CHECK(state_as_json(again) == state_as_json(state));
    CHECK(again.title == state.title);
    CHECK(again.furniture == state.furniture);
    CHECK(again.panels.right_width == 333);
    CHECK(again.project.path == project_path);
    CHECK_FALSE(has_unsaved_work(again));
}

TEST_CASE("a project holds the edits, and undo does not go behind its opening") {
    const AppState state = worked_on();
    AppState again = reopened(state);
    CHECK(again.history.current() == state.history.current());
    CHECK_FALSE(all_commands().run_line(again, "edit.undo"));
}

TEST_CASE("a project holds corrections of every sort, and shows the same events with them") {
    AppState state = state_with_dispatches();
    set_map_size(state, 800, 600, 1);
    add_extraction(state, small_story());
    for (const char* line :
         {"time.set all", "event.place story-1922 46.5 39.5 \"The old bridge\"", "event.date story-1922 Nov 1923",
          "event.kind story-1922 battle", "event.modality story-1922 planned", "event.said-by story-1922 a witness", "event.note story-1922 ask again",
          "event.verdict story-1922 disputed", "event.verdict north-2 verified", "event.verdict story-2020 rejected",
          "event.split story-1993", "event.place selected test:Khojali",
          "event.add story 0 20 when 1994 at 46.75 39.76 Shusha", "mention.place story 53 46.1 39.1 Elsewhere",
          "event.tell-apart north-1 south-2", "event.merge south-1 north-2"})
        run(state, line);
    const EventCorrections& made = state.history.current().corrections;
    CHECK(made.events.size() >= 4);
    CHECK(made.splits.size() == 1);
    CHECK(made.merges.size() == 1);
    CHECK(made.added.size() == 1);
    CHECK(made.apart.size() == 1);
    run(state, "event.select story-1922");
    state.messages.clear();
    const AppState again = reopened(state);
    CHECK(again.history.current() == state.history.current());
    CHECK(state_as_json(again) == state_as_json(state));
    CHECK(again.store.current()->rejected.size() == 1);
    CHECK(again.store.current()->merged == 1);
}

TEST_CASE("edits without stops of one's own have none when they are read again") {
    std::map<std::string, std::string> documents;
    add_documents({}, documents);
    CHECK(edits_from(documents) == Edits{});
    Edits none_wanted;
    none_wanted.stops.emplace();
    add_documents(none_wanted, documents);
    CHECK(edits_from(documents) == none_wanted);
}

TEST_CASE("a document that cannot be read is named; a view that cannot is done without") {
    ProjectContents contents = project_contents(worked_on(), project_path);
    for (const char* name : {"stops", "story", "files", "layers", "workspace"}) {
        CAPTURE(name);
        ProjectContents spoilt = contents;
        spoilt.documents[name] = "[{";
        const auto project = opened_project(spoilt, project_path);
        REQUIRE_FALSE(project);
        CHECK(project.error().message.find(name) != std::string::npos);
        CHECK(project.error().file == project_path);
    }
    contents.documents["view"] = "{";
    const auto project = opened_project(contents, project_path);
    REQUIRE(project);
    CHECK_FALSE(project->view);
    CHECK(project->warnings.size() == 1);
}

TEST_CASE("a project of another hand, without any document, shows its articles") {
    const ProjectContents contents{{small_story()}, {}};
    auto project = opened_project(contents, project_path);
    REQUIRE(project);
    AppState state;
    show_project(state, std::move(*project), contents.extractions, {});
    CHECK(state.store.current()->events.size() == 3);
    CHECK(state.layers.empty());
}

TEST_CASE("layers come back in their order, hidden or shown, with their opacity") {
    AppState state = state_with_story();
    const auto layer = [](const char* id, const char* name) {
        auto made = std::make_shared<MapLayer>();
        made->id = id;
        made->name = name;
        return made;
    };
    state.layers = {{layer("/somewhere/b.tif", "b"), false, false}, {layer("/assets/own.geojson", "own"), false, true}};
    state.layers[0].layer = with_opacity(*state.layers[0].layer, 0.4);
    add_file(state, {{"/somewhere/b.tif", "12"}, {}, {"/somewhere/b.tif"}});
    const ProjectContents contents = project_contents(state, project_path);
    auto project = opened_project(contents, project_path);
    REQUIRE(project);
    REQUIRE(project->files.size() == 1);
    CHECK(project->files[0].file.path == "../b.tif");
    CHECK(project->layers == std::vector<ProjectLayer>{{"../b.tif", false, false, 0.4}, {"own", true, false, 1}});

    AppState again;
    again.layers = {{layer("/assets/own.geojson", "own"), true, true}};
    project->layers[0].id = "/elsewhere/b.tif";  // where the reader of the file found it
    show_project(again, std::move(*project), contents.extractions, {layer("/elsewhere/b.tif", "b")});
    REQUIRE(again.layers.size() == 2);
    CHECK(again.layers[0].layer->id == "/elsewhere/b.tif");
    CHECK(again.layers[0].layer->opacity == 0.4);
    CHECK_FALSE(again.layers[0].shown);
    CHECK_FALSE(again.layers[1].shown);
    CHECK(again.layers[1].own);
}

TEST_CASE("a recovery file belongs to no file, and knows the project that it is of") {
    AppState state = worked_on();
    state.project.path = project_path;
    const ProjectContents contents = recovery_contents(state, "/state/recovery/1.chronomap.gpkg");
    auto project = opened_project(contents, "/state/recovery/1.chronomap.gpkg");
    REQUIRE(project);
    AppState again;
    show_project(again, std::move(*project), contents.extractions, {});
    CHECK(again.project.path == project_path);
    CHECK(has_unsaved_work(again));
    CHECK(again.history.current() == state.history.current());
}
