#include "app/commands/presentation_keys.hpp"

#include <algorithm>

namespace chronomap {

const std::vector<KeyBinding>& presentation_bindings() {
    static const std::vector<KeyBinding> bindings = [] {
        std::vector<KeyBinding> list;
        for (const char* key : {"PageDown", "Right", "Down", "Space", "Enter"})
            list.push_back({key, "story.go next", list.empty() ? "Next step; also Right, Space, Enter" : ""});
        list.push_back({"PageUp", "story.go previous", "Step before; also Left, Backspace"});
        for (const char* key : {"Left", "Up", "Backspace"}) list.push_back({key, "story.go previous", ""});
        list.push_back({"Home", "story.go first", "First step"});
        list.push_back({"End", "story.go last", "Last step"});
        list.push_back({"B", "story.black", "Black screen"});
        list.push_back({".", "story.black", ""});
        list.push_back({"N", "story.show-notes", "Notes"});
        list.push_back({"+", "view.zoom 1.5", "Zoom in"});
        list.push_back({"=", "view.zoom 1.5", ""});
        list.push_back({"-", "view.zoom 0.6667", "Zoom out"});
        list.push_back({"Escape", "story.stop", "End the presentation"});
        list.push_back({"F5", "story.stop", ""});  // of remotes that begin and end with one button
        list.push_back({"Shift+F5", "story.stop", ""});
        list.push_back({"Ctrl+Q", "quit", ""});
        for (int step = 1; step <= 9; ++step)
            list.push_back({std::to_string(step), "story.go " + std::to_string(step), ""});
        return list;
    }();
    return bindings;
}

std::string_view presentation_command_for_keys(std::string_view keys) {
    const auto& bindings = presentation_bindings();
    const auto found = std::ranges::find(bindings, keys, [](const KeyBinding& b) { return std::string_view(b.keys); });
    return found == bindings.end() ? std::string_view{} : std::string_view{found->command};
}

}  // namespace chronomap
