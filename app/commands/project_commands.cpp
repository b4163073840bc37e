#include <algorithm>
#include <filesystem>

#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/project/unsaved.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

/// "story" is saved as story.chronomap.gpkg; an ending that GIS programs know stays.
std::string with_ending(const std::string& path) {
    return path.ends_with(".gpkg") ? path : path + std::string(project_extension);
}

Result<void> save_to(AppState& state, const std::string& path) {
    if (path.empty()) return fail("the path is empty");
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return fail("is a folder", path, 0, "name a file in it");
    if (state.project.saving) return fail("the project is being saved already");
    state.requests.save = with_ending(path);
    if (state.panels.dialog == Dialog::save_file || state.panels.dialog == Dialog::unsaved_work)
        state.panels.dialog = Dialog::none;
    return {};
}

/// To the argument, the project's own file, or the one that a dialog asks for.
Result<void> save(AppState& state, Arguments arguments) {
    if (!arguments.empty()) return save_to(state, arguments[0]);
    if (!state.project.path.empty()) return save_to(state, state.project.path);
    state.panels.dialog = Dialog::save_file;
    return {};
}

Result<void> save_as(AppState& state, Arguments arguments) {
    if (!arguments.empty()) return save_to(state, arguments[0]);
    state.panels.dialog = Dialog::save_file;
    return {};
}

Result<void> answer(AppState& state, Arguments arguments) {
    const std::string& words = arguments[0];
    if (words != "save" && words != "discard" && words != "cancel")
        return fail("the answer must be save, discard or cancel, not \"" + words + "\"");
    if (state.project.postponed.what == Postponed::What::nothing) return fail("nothing was asked");
    if (words == "save") return save(state, {});
    if (words == "discard") {
        go_on(state);
        return {};
    }
    state.project.postponed = {};
    state.panels.dialog = Dialog::none;
    return {};
}

Result<void> open_recent(AppState& state, Arguments arguments) {
    const auto& recent = state.project.recent;
    if (recent.empty()) return fail("no file was opened before");
    const auto number = integer_from(arguments[0], "the number of the file", 1, static_cast<int>(recent.size()));
    if (!number) return tl::unexpected(number.error());
    const std::string path = recent[static_cast<std::size_t>(*number) - 1];
    state.panels.dialog = Dialog::none;
    if (has_unsaved_work(state) && is_project_file(path))
        ask_before(state, {Postponed::What::open, {path}});
    else
        state.requests.open.push_back(path);
    return {};
}

Result<void> recover(AppState& state, Arguments arguments) {
    if (state.project.recover.empty()) return fail("there is no work to recover");
    if (arguments[0] == "open") {
        state.requests.open.push_back(state.project.recover.front());
    } else if (arguments[0] == "discard") {
        std::error_code ignored;
        std::filesystem::remove(state.project.recover.front(), ignored);
    } else if (arguments[0] != "later") {
        return fail("it must be open, discard or later, not \"" + arguments[0] + "\"");
    }
    state.project.recover.erase(state.project.recover.begin());
    state.panels.dialog = arguments[0] == "discard" && !state.project.recover.empty() ? Dialog::recover : Dialog::none;
    return {};
}

}  // namespace

void add_project_commands(CommandRegistry& registry) {
    registry.add({"file.new", "", "begin a new project; asks what becomes of unsaved work", 0, 0,
                  [](AppState& state, Arguments) -> Result<void> {
                      ask_before(state, {Postponed::What::begin_new});
                      return {};
                  }});
    registry.add({"file.save", "[PATH]", "save the project", 0, 1, save});
    registry.add({"file.save-as", "[PATH]", "save the project in another file", 0, 1, save_as});
    registry.add({"file.open-recent", "N", "open the Nth of the files opened last", 1, 1, open_recent});
    registry.add({"file.answer", "save|discard|cancel", "say what becomes of unsaved work", 1, 1, answer});
    registry.add({"file.recover", "open|discard|later", "say what becomes of the work of a session that ended unasked",
                  1, 1, recover});
    registry.add({"file.quit", "", "close the window; asks what becomes of unsaved work", 0, 0,
                  [](AppState& state, Arguments) -> Result<void> {
                      ask_before(state, {Postponed::What::quit});
                      return {};
                  }});
}

}  // namespace chronomap
