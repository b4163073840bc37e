#include <algorithm>
#include <array>
#include <iterator>

#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/dump.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<Panel> panel_argument(const std::string& name) {
    const auto panel = panel_from(name);
    if (!panel) return fail("the panel must be events, residue, story, article, source, timeline or table, not \"" + name + "\"");
    return *panel;
}

template <class Change>
auto changing_panel(Change change) {
    return [change](AppState& state, Arguments arguments) -> Result<void> {
        const auto panel = panel_argument(arguments[0]);
        if (!panel) return tl::unexpected(panel.error());
        set_shown(state.panels, *panel, change(is_shown(state.panels, *panel)));
        return {};
    };
}

Result<void> set_width(AppState& state, Arguments arguments) {
    const auto width = number_from(arguments[1], "the width");
    if (!width) return tl::unexpected(width.error());
    const auto value = static_cast<float>(std::clamp(*width, 90.0, 1600.0));
    if (arguments[0] == "left")
        state.panels.left_width = value;
    else if (arguments[0] == "right")
        state.panels.right_width = value;
    else if (arguments[0] == "source")
        state.panels.source_height = value;
    else if (arguments[0] == "table")
        state.panels.table_height = value;
    else if (arguments[0] == "timeline")
        state.panels.timeline_height = value;
    else
        return fail("the part must be left, right, source, table or timeline, not \"" + arguments[0] + "\"");
    return {};
}

Result<void> show_dialog(AppState& state, Arguments arguments) {
    const auto dialog = dialog_from(arguments[0]);
    if (!dialog)
        return fail("the dialog must be open, save, export, help, about, log or none, not \"" + arguments[0] + "\"");
    state.panels.dialog = *dialog;
    // Closing the question, or the dialog that it led to, is an answer: nothing is done.
    if (*dialog != Dialog::save_file) state.project.postponed = {};
    return {};
}

Result<void> wait_frames(AppState& state, Arguments arguments) {
    const auto frames = integer_from(arguments[0], "the number of frames", 0, 100000);
    if (!frames) return tl::unexpected(frames.error());
    state.requests.wait_frames = *frames;
    return {};
}

Result<void> resize(AppState& state, Arguments arguments) {
    const auto size = size_from(arguments[0]);
    if (!size) return tl::unexpected(size.error());
    state.requests.resize = *size;
    return {};
}

Result<void> show_furniture(AppState& state, Arguments arguments) {
    if (arguments[0] != "full" && arguments[0] != "credits")
        return fail("it must be full or credits, not \"" + arguments[0] + "\"");
    state.full_furniture = arguments[0] == "full";
    return {};
}

/// The steps that larger and smaller go by.
constexpr std::array scale_steps{0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0};

Result<void> set_scale(AppState& state, Arguments arguments) {
    if (arguments[0] == "larger") {
        const auto next = std::ranges::upper_bound(scale_steps, state.ui_scale + 1e-6);
        state.ui_scale = next == scale_steps.end() ? scale_steps.back() : *next;
        return {};
    }
    if (arguments[0] == "smaller") {
        const auto here = std::ranges::lower_bound(scale_steps, state.ui_scale - 1e-6);
        state.ui_scale = here == scale_steps.begin() ? scale_steps.front() : *std::prev(here);
        return {};
    }
    const auto scale = number_from(arguments[0], "the scale");
    if (!scale) return tl::unexpected(scale.error());
    if (*scale < scale_steps.front() || *scale > scale_steps.back())
        return fail("the interface's scale lies between 0.5 and 4, not at " + arguments[0]);
    state.ui_scale = *scale;
    return {};
}

Result<void> set_animation(AppState& state, Arguments arguments) {
    if (arguments[0] != "on" && arguments[0] != "off")
        return fail("it must be on or off, not \"" + arguments[0] + "\"");
    state.animate = arguments[0] == "on";
    return {};
}

}  // namespace

void add_window_commands(CommandRegistry& registry) {
    registry.add({"panel.show", "NAME", "show a panel: events, residue, story, article, source, timeline or table", 1, 1,
                  changing_panel([](bool) { return true; })});
    registry.add({"panel.hide", "NAME", "hide a panel", 1, 1, changing_panel([](bool) { return false; })});
    registry.add(
        {"panel.toggle", "NAME", "show or hide a panel", 1, 1, changing_panel([](bool shown) { return !shown; })});
    registry.add({"panel.size", "left|right|source|table|timeline N",
                  "set the width of a side, or the height of the source card or the table", 2,
                  2, set_width});
    registry.add({"dialog.show", "open|save|export|help|about|log|none", "open a dialog, or close it", 1, 1, show_dialog});
    registry.add({"dialog.toggle", "NAME", "open a dialog, or close it when it is open", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      const Dialog before = state.panels.dialog;
                      const auto shown = show_dialog(state, arguments);
                      if (shown && state.panels.dialog == before) state.panels.dialog = Dialog::none;
                      return shown;
                  }});
    registry.add({"message.dismiss", "", "close the message bar", 0, 0, [](AppState& state, Arguments) -> Result<void> {
                      state.message_visible = false;
                      return {};
                  }});
    registry.add({"window.screenshot", "PATH", "write the whole window as a PNG", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      state.requests.screenshots.push_back(arguments[0]);
                      return {};
                  }});
    registry.add({"window.map", "PATH", "write the map as the window shows it, without what lies over it, as a PNG", 1,
                  1, [](AppState& state, Arguments arguments) -> Result<void> {
                      state.requests.map_pictures.push_back(arguments[0]);
                      return {};
                  }});
    registry.add({"window.frames", "PATH", "write as JSON how long the window's frames took since the last such report",
                  1, 1, [](AppState& state, Arguments arguments) -> Result<void> {
                      state.requests.frame_reports.push_back(arguments[0]);
                      return {};
                  }});
    registry.add({"window.resize", "WxH", "make the window this large", 1, 1, resize});
    registry.add({"window.scale", "FACTOR|larger|smaller",
                  "make text and buttons of the window larger or smaller: 1 is as usual, 3 three times that", 1, 1,
                  set_scale});
    registry.add({"window.animate", "on|off", "fly smoothly, or jump", 1, 1, set_animation});
    registry.add({"window.furniture", "full|credits", "title, date and legend over the map, or scale and sources only",
                  1, 1, show_furniture});
    registry.add({"state.dump", "PATH", "write what the window shows as JSON", 1, 1,
                  [](AppState& state, Arguments arguments) { return write_state(state, arguments[0]); }});
    registry.add({"wait.frames", "N", "take up all keys and clicks, and let N frames pass, before a script goes on", 1, 1, wait_frames});
    registry.add({"wait.file", "PATH", "wait until a file is there before a script goes on", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      state.requests.wait_file = arguments[0];
                      return {};
                  }});
    registry.add({"quit", "", "close the window", 0, 0, [](AppState& state, Arguments) -> Result<void> {
                      state.requests.quit = true;
                      return {};
                  }});
}

}  // namespace chronomap
