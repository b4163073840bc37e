#include "app/panels/dialogs.hpp"

#include <imgui_internal.h>

#include <algorithm>

#include "app/commands/presentation_keys.hpp"
#include "geo/io/data_sources.hpp"

namespace chronomap {

bool begin_dialog(Ui& ui, const char* title, float nominal_width, float nominal_height) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    // A small window is for the words.
    const bool low = screen.y < ui.px(420);
    const float margin = ui.px(low ? 8 : 24);
    const ImVec2 padding = low ? ImVec2{14, 8} : ImVec2{26, 20};
    const float width = std::min(ui.px(nominal_width), screen.x - margin);
    const float height = std::min(ui.px(nominal_height), screen.y - margin);
    // Brought to the front once only: later it would cover the lists that open from the dialog.
    // The dim behind: a window of its own, so that clicks beside the dialog close it and reach nothing else.
    if (begin_part(ui, "dim", {0, 0, screen.x, screen.y}, palette().dim, {0, 0})) {
        if (ui.memory.dialog_appearing) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
        if (ImGui::InvisibleButton("outside", {std::max(1.0F, screen.x), std::max(1.0F, screen.y)}))
            ui.commands.add("dialog.show", {"none"});
    }
    end_part();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(12));
    const PixelRect rect{(screen.x - width) / 2, (screen.y - height) / 2, width, height};
    const bool open = begin_part(ui, title, rect, palette().paper_raised, padding);
    if (ui.memory.dialog_appearing) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    ImGui::PopStyleVar();
    if (!open) return false;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    text_in(ui.fonts.heading, palette().ink, title);
    const ImVec2 below = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({rect.right() - ui.px(padding.x + 22), at.y - ui.px(2)});
    if (glyph_button(ui, "##close", Glyph::close, ButtonLook::quiet, 30, "Close (Esc)"))
        ui.commands.add("dialog.show", {"none"});
    ImGui::SetCursorScreenPos({at.x, below.y + ui.px(4)});
    return true;
}

void end_dialog() {
    end_part();
}

void draw_dialogs(Ui& ui) {
    const Dialog dialog = ui.state.panels.dialog;
    const bool appearing = ui.memory.dialog_seen != static_cast<int>(dialog);
    ui.memory.dialog_seen = static_cast<int>(dialog);
    ui.memory.dialog_appearing = appearing;
    switch (dialog) {
        case Dialog::none:
            break;
        case Dialog::open_file:
            draw_open_dialog(ui);
            break;
        case Dialog::save_file:
            draw_save_dialog(ui);
            break;
        case Dialog::unsaved_work:
            draw_unsaved_dialog(ui);
            break;
        case Dialog::recover:
            draw_recover_dialog(ui);
            break;
        case Dialog::export_image:
            draw_export_dialog(ui);
            break;
        case Dialog::help:
            draw_help(ui);
            break;
        case Dialog::about:
            draw_about(ui);
            break;
        case Dialog::log:
            draw_log(ui);
            break;
        case Dialog::compare:
            draw_compare(ui);
            break;
    }
}

namespace {

/// A key, or something done with the mouse, and what it does; without keys a heading.
struct HelpLine {
    std::string keys, words;
};

std::vector<HelpLine> help_lines(const UserSettings& settings) {
    std::vector<HelpLine> lines{
        {"Drag", "Move the map, or the date on the timeline"},
        {"Wheel", "Zoom to the mouse, on the map and the timeline"},
        {"Click", "Select an event on the map, in the list, in the text; again for the next one there"},
        {"Ctrl+Click", "Pick another row of the table, with Shift all rows up to there; the right button offers what "
                       "can be done with them"},
        {"Drop a file", "Open it"}};
    for (const KeyBinding& binding : key_bindings(settings))
        if (!binding.help.empty()) lines.push_back({binding.keys, binding.help});
    lines.push_back({"", "While a story is presented; presenter remotes work, too"});
    for (const KeyBinding& binding : presentation_bindings())
        if (!binding.help.empty()) lines.push_back({binding.keys, binding.help});
    lines.push_back({"Click", "Next step; with the right button the step before"});
    return lines;
}

void draw_help_line(Ui& ui, const HelpLine& line, float keys_width) {
    if (line.keys.empty()) {
        ImGui::Dummy({1, ui.px(2)});
        wrapped_text_in(ui.fonts.small, palette().ink_soft, line.words);
        return;
    }
    const ImVec2 at = ImGui::GetCursorPos();
    text_in(ui.fonts.bold, palette().ink, line.keys);
    const float below = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at.x + keys_width, at.y});
    wrapped_text_in(ui.fonts.body, palette().ink, line.words);
    ImGui::SetCursorPos({at.x, std::max(below, ImGui::GetCursorPosY())});
}

}  // namespace

void draw_help(Ui& ui) {
    if (begin_dialog(ui, "Keys and mouse", 1120, 1000)) {
        ImGui::BeginChild("keys", {0, 0}, false, ImGuiWindowFlags_NoNav);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(5)});
        const std::vector<HelpLine> lines = help_lines(ui.state.settings);
        const float width = ImGui::GetContentRegionAvail().x, keys_width = ui.px(130);
        const int columns = width > ui.px(760) ? 2 : 1;
        const std::size_t in_first = (lines.size() + 1) / static_cast<std::size_t>(columns);
        ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui.px(columns > 1 ? 10 : 0), 0});
        if (ImGui::BeginTable("columns", columns, ImGuiTableFlags_SizingStretchSame)) {
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (i == 0 || i == in_first) ImGui::TableNextColumn();
                draw_help_line(ui, lines[i], keys_width);
            }
            ImGui::EndTable();
        }
        ImGui::PopStyleVar(2);
        ImGui::Dummy({1, ui.px(4)});
        wrapped_text_in(
            ui.fonts.small, palette().ink_soft,
            "Each of these is a named command; `chronomap view --help` lists them, and `--script FILE` runs a "
            "list of them. Keys of your own are read from " +
                ui.state.settings.path + R"(: { "keys": { "N": "event.select next" } })");
        ImGui::EndChild();
    }
    end_dialog();
}

void draw_about(Ui& ui) {
    if (begin_dialog(ui, "About chronomap", 640, 520)) {
        ImGui::BeginChild("about", {0, 0}, false, ImGuiWindowFlags_NoNav);
        wrapped_text_in(ui.fonts.body, palette().ink,
                        "chronomap " CHRONOMAP_VERSION
                        " turns articles into a map that moves through time. What it says of "
                        "an event are the words of its source.");
        wrapped_text_in(ui.fonts.small, palette().ink_soft, "Free software under the MIT licence.");
        ImGui::Dummy({1, ui.px(6)});
        const auto list = [&](const char* heading, const std::vector<std::string>& sources) {
            text_in(ui.fonts.bold, palette().ink, heading);
            if (sources.empty()) wrapped_text_in(ui.fonts.small, palette().ink_soft, "None are loaded.");
            for (const std::string& source : sources) wrapped_text_in(ui.fonts.small, palette().ink, source);
            ImGui::Dummy({1, ui.px(6)});
        };
        std::vector<std::string> map_sources = ui.state.map_sources;
        for (const ShownLayer& each : ui.state.layers)
            if (each.shown && !each.layer->source.empty() &&
                std::ranges::find(map_sources, each.layer->source) == map_sources.end())
                map_sources.push_back(each.layer->source);
        list("Sources of the map", map_sources);
        list("Sources of the place names", ui.state.gazetteer_sources);
        list("Libraries", library_licences());
        ImGui::EndChild();
    }
    end_dialog();
}

void draw_log(Ui& ui) {
    if (begin_dialog(ui, "Messages", 640, 420)) {
        ImGui::BeginChild("log", {0, 0}, false, ImGuiWindowFlags_NoNav);
        if (ui.state.messages.empty()) wrapped_text_in(ui.fonts.body, palette().ink_soft, "Nothing to report.");
        for (auto message = ui.state.messages.rbegin(); message != ui.state.messages.rend(); ++message)
        {
            wrapped_text_in(ui.fonts.small, message->level == MessageLevel::error ? palette().error : palette().ink,
                            message->text);
            if (message->path.find('/') != std::string::npos)
                wrapped_text_in(ui.fonts.small, palette().ink_faint, message->path);
        }
        ImGui::EndChild();
    }
    end_dialog();
}

}  // namespace chronomap
