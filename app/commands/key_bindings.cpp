#include "app/commands/key_bindings.hpp"

#include <algorithm>

namespace chronomap {

const std::vector<KeyBinding>& key_bindings() {
    static const std::vector<KeyBinding> bindings = [] {
        std::vector<KeyBinding> list{
            {"Right", "timeline.next", "Next stop"},
            {"Left", "timeline.previous", "Stop before"},
            {"Shift+Right", "time.step 1", "One year, month or day on"},
            {"Shift+Left", "time.step -1", "One year, month or day back"},
            {"Home", "timeline.first", "First stop"},
            {"End", "timeline.last", "Last stop"},
            {"Space", "timeline.toggle", "Play or pause"},
            {"A", "time.set all", "All dates"},
            {"Ctrl+Right", "event.select next", "Next event"},
            {"Ctrl+Left", "event.select previous", "Event before"},
            {"Down", "table.move 1", "Next row of the table or the list"},
            {"Up", "table.move -1", "Row before"},
            {"PageDown", "table.move 10", "Ten rows on"},
            {"PageUp", "table.move -10", "Ten rows back"},
            {"Enter", "view.fit selected", "Show the selected event's place"},
            {"Escape", "event.select none", "Select nothing"},
            {"F", "view.fit", "Show all events"},
            {"Shift+F", "view.fit shown", "Show the events of the date"},
            {"+", "view.zoom 1.5", "Zoom in"},
            {"=", "view.zoom 1.5", ""},
            {"-", "view.zoom 0.6667", "Zoom out"},
            {"B", "map.tool box", "Draw a box on the map: only the events in it"},
            {"Shift+B", "map.tool lasso", "Draw an area on the map: only the events in it"},
            {"/", "search.focus", "Search"},
            {"Ctrl+F", "search.focus", ""},
            {"Ctrl+Z", "edit.undo", "Undo"},
            {"Ctrl+Shift+Z", "edit.redo", "Redo"},
            {"Ctrl+Y", "edit.redo", ""},
            {"Ctrl+N", "file.new", "Begin a new project"},
            {"Ctrl+O", "dialog.show open", "Open a file"},
            {"O", "dialog.show open", ""},
            {"Ctrl+S", "file.save", "Save the project"},
            {"Ctrl+Shift+S", "file.save-as", "Save it in another file"},
            {"Ctrl+E", "dialog.show export", "Export the map"},
            {"E", "panel.toggle events", "Events"},
            {"R", "panel.toggle residue", "What has no place or date"},
            {"T", "panel.toggle article", "Article"},
            {"S", "panel.toggle source", "Source card"},
            {"L", "table.show toggle", "Table of events"},
            {"P", "panel.toggle story", "Story"},
            {"F5", "story.play", "Present the story"},
            {"Shift+F5", "story.play here", "Present it from the step shown"},
            {"?", "dialog.toggle help", "This help"},
            {"F1", "dialog.toggle help", ""},
            {"Ctrl+Q", "file.quit", "Close chronomap"},
        };
        for (int stop = 1; stop <= 9; ++stop)
            list.push_back({std::to_string(stop), "timeline.stop " + std::to_string(stop), ""});
        return list;
    }();
    return bindings;
}

std::string_view command_for_keys(std::string_view keys) {
    const auto& bindings = key_bindings();
    const auto found = std::find_if(bindings.begin(), bindings.end(), [&](const auto& b) { return b.keys == keys; });
    return found == bindings.end() ? std::string_view{} : std::string_view{found->command};
}

}  // namespace chronomap
