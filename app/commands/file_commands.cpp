#include <algorithm>

#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/project/unsaved.hpp"
#include "app/state/demo.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> open(AppState& state, Arguments arguments) {
    for (const std::string& path : arguments)
        if (path.empty()) return fail("the path is empty");
    state.panels.dialog = Dialog::none;
    // A project takes the place of all that is open; anything else joins it.
    if (has_unsaved_work(state) && std::ranges::any_of(arguments, is_project_file))
        ask_before(state, {Postponed::What::open, {arguments.begin(), arguments.end()}});
    else
        state.requests.open.insert(state.requests.open.end(), arguments.begin(), arguments.end());
    return {};
}

Result<void> close(AppState& state, Arguments arguments) {
    if (arguments.empty()) {
        state.store.clear();
    } else {
        if (!article_of(state, arguments[0])) return fail("no article \"" + arguments[0] + "\" is open");
        state.store.remove_article(arguments[0]);
    }
    events_changed(state);
    return {};
}

}  // namespace

void add_file_commands(CommandRegistry& registry) {
    registry.add({"file.open", "PATH...", "open articles, project files or event datasets", 1, 1000, open});
    registry.add({"file.demo", "", "open the demo article", 0, 0, [](AppState& state, Arguments) -> Result<void> {
                      const std::string path = demo_path();
                      if (path.empty()) return fail("the demo article is not installed");
                      state.requests.open.push_back(path);
                      return {};
                  }});
    registry.add({"file.close", "[ID]", "close one article, or all", 0, 1, close});
    registry.add(
        {"file.cancel", "", "stop the reading that runs", 0, 0, [](AppState& state, Arguments) -> Result<void> {
             state.requests.open.clear();
             state.requests.layers.clear();
             state.requests.cancel = true;
             return {};
         }});
}

}  // namespace chronomap
