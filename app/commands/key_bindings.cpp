#include "app/commands/key_bindings.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace chronomap {

namespace {

constexpr std::array<std::string_view, 26> named_keys{
    "Right", "Left", "Up", "Down", "Home", "End", "PageUp", "PageDown", "Space", "Tab", "Escape", "Enter", "Delete",
    "F1",    "F2",   "F3", "F4",   "F5",   "F6",  "F7",     "F8",       "F9",    "F10", "F11",    "F12",   "Backspace"};

bool same_letters(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b,
                              [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

}  // namespace

const std::vector<KeyBinding>& key_bindings() {
    static const std::vector<KeyBinding> bindings = [] {
        std::vector<KeyBinding> list{
            {"Right", "time.step 1", "Next stop, or day, month, year … as the timeline's step is"},
            {"Left", "time.step -1", "Stop before, or day, month, year …"},
            {"Shift+Right", "time.step 10", "Ten steps on"},
            {"Shift+Left", "time.step -10", "Ten steps back"},
            {"U", "time.unit next", "Step by stops, days, months, years, decades, centuries"},
            {"Home", "timeline.first", "First stop"},
            {"End", "timeline.last", "Last stop"},
            {"Space", "timeline.toggle", "Play or pause"},
            {"Shift+Space", "timeline.toggle backward", "Play backward or pause"},
            {".", "play.speed faster", "Play faster"},
            {",", "play.speed slower", "Play slower"},
            {"Shift+L", "play.loop next", "Loop: off, all, the date that is chosen"},
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
            {"Ctrl++", "window.scale larger", "Larger text and buttons"},
            {"Ctrl+=", "window.scale larger", ""},
            {"Ctrl+Shift+=", "window.scale larger", ""},
            {"Ctrl+-", "window.scale smaller", "Smaller text and buttons"},
            {"Ctrl+0", "window.scale 1", "Text and buttons as usual"},
            {"B", "map.tool box", "Draw a box on the map: only the events in it"},
            {"Shift+B", "map.tool lasso", "Draw an area on the map: only the events in it"},
            {"/", "search.focus", "Search"},
            {"Ctrl+F", "find.focus", "Find in the article"},
            {"F3", "find.next", "Next place found"},
            {"Shift+F3", "find.previous", ""},
            {"Shift+PageDown", "article.scroll 1", "Read on in the article"},
            {"Shift+PageUp", "article.scroll -1", "Read back in the article"},
            {"Shift+Down", "article.scroll 0.15", ""},
            {"Shift+Up", "article.scroll -0.15", ""},
            {"Ctrl+PageDown", "article.show next", "Next article"},
            {"Ctrl+PageUp", "article.show previous", "Article before"},
            {"C", "compare.show", "Compare the open articles"},
            {"Tab", "report.next", "What another article says of the event"},
            {"Ctrl+V", "article.paste", "Read the text on the clipboard as an article"},
            {"Ctrl+C", "event.copy", "Copy the selected event as a citation"},
            {"Ctrl+Shift+C", "map.copy", "Copy the map as a picture"},
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
            list.push_back({std::to_string(stop), "timeline.stop " + std::to_string(stop),
                            stop == 1 ? "Stop 1 of the timeline, and so on to 9" : ""});
        return list;
    }();
    return bindings;
}

std::vector<KeyBinding> key_bindings(const UserSettings& settings) {
    std::vector<KeyBinding> bindings = key_bindings();
    for (const OwnKey& own : settings.keys) {
        const auto help_of = [&](const std::string& command) {
            for (const KeyBinding& shipped : key_bindings())
                if (shipped.command == command && !shipped.help.empty()) return shipped.help;
            return command;
        };
        const auto same = std::ranges::find(bindings, own.keys, &KeyBinding::keys);
        if (same != bindings.end() && own.command.empty())
            bindings.erase(same);
        else if (same != bindings.end())
            *same = {own.keys, own.command, help_of(own.command)};
        else if (!own.command.empty())
            bindings.push_back({own.keys, own.command, help_of(own.command)});
    }
    return bindings;
}

std::string command_for_keys(std::string_view keys, const UserSettings& settings) {
    const auto own = std::ranges::find(settings.keys, keys, &OwnKey::keys);
    if (own != settings.keys.end()) return own->command;
    const auto shipped = std::ranges::find(key_bindings(), keys, &KeyBinding::keys);
    return shipped == key_bindings().end() ? std::string{} : shipped->command;
}

Result<std::string> key_combination_from(std::string_view text) {
    std::string_view rest = text;
    bool control = false, alt = false, shift = false;
    // The last sign may be a plus itself: "Ctrl++".
    for (std::size_t plus = rest.find('+'); plus != std::string_view::npos && plus > 0 && plus + 1 < rest.size();
         plus = rest.find('+')) {
        const std::string_view word = rest.substr(0, plus);
        bool* held = same_letters(word, "Ctrl") || same_letters(word, "Control") ? &control
                     : same_letters(word, "Alt")                                 ? &alt
                     : same_letters(word, "Shift")                               ? &shift
                                                                                 : nullptr;
        if (held == nullptr) break;
        *held = true;
        rest.remove_prefix(plus + 1);
    }
    std::string key;
    for (const std::string_view name : named_keys)
        if (same_letters(rest, name)) key = name;
    if (rest.size() == 1 && rest[0] > ' ' && rest[0] < 0x7F) key = static_cast<char>(std::toupper(rest[0]));
    if (key.empty())
        return fail(
            "\"" + std::string(text) + "\" is no key", {}, 0,
            "write a letter, a digit, a sign, or Right, Left, Up, Down, Home, End, PageUp, PageDown, Space, Tab, "
            "Escape, Enter, Delete, Backspace or F1 to F12, with Ctrl+, Alt+ or Shift+ before it");
    return (control ? "Ctrl+" : "") + std::string(alt ? "Alt+" : "") + (shift ? "Shift+" : "") + key;
}

}  // namespace chronomap
