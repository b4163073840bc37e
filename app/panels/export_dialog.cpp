// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>
#include <cmath>
#include <filesystem>

#include "app/cli/terminal_progress.hpp"
#include "app/commands/export_words.hpp"
#include "app/panels/dialogs.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/export_settings.hpp"
#include "app/panels/folder_listing.hpp"
#include "app/panels/furniture_settings.hpp"
#include "app/state/exporting.hpp"

namespace chronomap {

namespace {

constexpr std::array<const char*, 5> kind_labels{"Picture", "Series", "Film", "Two dates", "Story"};

void label(const Ui& ui, const char* words) {
    text_in(ui.fonts.small, palette().ink_soft, words);
}

/// A name that the user did not type follows what is exported.
void propose_path(const Ui& ui, ExportMemory& memory) {
    const std::string date = ui.state.time.span == all_time ? "" : edtf_from_span(ui.state.time.span).text();
    const std::string name = proposed_name(memory, memory.title, date);
    if (memory.path.empty() || memory.path == memory.proposed_path) memory.path = name;
    memory.proposed_path = name;
}

/// What is set when the dialog opens: the title, two dates that differ, a name for the file.
void begin(const Ui& ui, ExportMemory& memory) {
    memory.title = scene_of(ui.state).furniture.title;
    if (memory.first.empty() && ui.state.stops.size() > 1) {
        memory.first = edtf_from_span(ui.state.stops.front().span).text();
        memory.second = edtf_from_span(ui.state.stops.back().span).text();
    }
    propose_path(ui, memory);
}

void choose_kind(Ui& ui, ExportMemory& memory) {
    const int pressed =
        segmented(ui, "kind", kind_labels.data(), static_cast<int>(kind_labels.size()), static_cast<int>(memory.kind));
    if (pressed < 0) return;
    memory.kind = static_cast<ExportKind>(pressed);
    if (memory.path != memory.proposed_path)
        memory.path = with_format(memory.path, format_of(memory.kind, memory.path));
    propose_path(ui, memory);
}

void choose_format(Ui& ui, ExportMemory& memory) {
    const std::vector<ExportFormat> formats = formats_for(memory.kind);
    const ExportFormat now = format_of(memory.kind, memory.path);
    std::vector<const char*> labels;
    int lit = 0;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        labels.push_back(formats[i].label);
        if (formats[i].label == std::string_view(now.label)) lit = static_cast<int>(i);
    }
    const int pressed = segmented(ui, "format", labels.data(), static_cast<int>(labels.size()), lit);
    if (pressed >= 0) {
        const bool proposed = memory.path == memory.proposed_path;
        memory.path = with_format(memory.path, formats[static_cast<std::size_t>(pressed)]);
        if (proposed) memory.proposed_path = memory.path;
    }
    label(ui, now.good_for);
}

/// "36 frames, 9 seconds", of the dates that the series has.
void count_dates(const Ui& ui, ExportMemory& memory, const std::vector<std::string>& words, WindowExport wanted) {
    if (memory.counted_for == words && memory.counted_in == ui.state.store.current()) return;
    memory.counted_for = words;
    memory.counted_in = ui.state.store.current();
    const auto map = exported_map(ui.state, wanted.size, wanted.request);
    if (!map) return;
    const auto dates = dates_of(wanted.request, *map);
    if (!dates) {
        memory.count = dates.error().text();
        return;
    }
    const bool film = memory.kind == ExportKind::film;
    memory.count = std::to_string(dates->size()) + (film ? " frames" : " pictures") + " of " +
                   std::to_string(map->view.width_px) + " × " + std::to_string(map->view.height_px);
    if (film) memory.count += ", " + words_of_duration(static_cast<double>(dates->size()) / frame_rate(wanted.request));
}

/// Where the file goes, and what is wrong with the settings. Gives true for Enter in the field.
bool choose_file(Ui& ui, ExportMemory& memory, const std::string& path, const std::string& wrong) {
    label(ui, "File");
    ImGui::SetNextItemWidth(-1);
    if (ui.memory.dialog_appearing) ImGui::SetKeyboardFocusHere();
    const bool entered = ImGui::InputText("##path", &memory.path, ImGuiInputTextFlags_EnterReturnsTrue);
    std::error_code ignored;
    if (!wrong.empty())
        wrapped_text_in(ui.fonts.small, palette().error, wrong);
    else if (memory.kind != ExportKind::series && std::filesystem::exists(path, ignored))
        label(ui, "This file is there already and will be replaced.");
    else
        label(ui, memory.kind == ExportKind::series && !path.ends_with(".pdf")
                      ? "Each picture has its date in its name; an index page lies beside them."
                      : " ");
    return entered;
}

}  // namespace

void draw_export_dialog(Ui& ui) {
    ExportMemory& memory = ui.memory.exporting;
    if (ui.memory.dialog_appearing) begin(ui, memory);
    if (begin_dialog(ui, "Export the map", 560, 640)) {
        ImGui::BeginChild("settings", {0, -ui.px(46)}, false, ImGuiWindowFlags_NoNav);
        choose_kind(ui, memory);
        label(ui, "Kind of file");
        choose_format(ui, memory);
        draw_export_settings(ui);
        const ExportFormat format = format_of(memory.kind, memory.path);
        const std::string path = memory.path.empty() ? std::string() : with_format(with_home(memory.path), format);
        const std::vector<std::string> words = export_words(memory, path);
        const auto wanted = export_from_words(words);
        const bool no_story = memory.kind == ExportKind::story && ui.state.history.current().story.steps.empty();
        if (wanted && wanted->request.each) count_dates(ui, memory, words, *wanted);
        if (!wanted) memory.count.clear();
        const bool entered = choose_file(ui, memory, path,
                                         no_story ? std::string("The story has no steps yet: its panel makes them.")
                                         : wanted ? std::string()
                                                  : wanted.error().text());
        if (ImGui::CollapsingHeader("Around the map")) {
            label(ui, "Title");
            ImGui::SetNextItemWidth(-1);
            if (ImGui::InputText("##title", &memory.title)) ui.commands.add("export.title", {memory.title});
            draw_furniture_settings(ui);
        }
        ImGui::EndChild();
        ImGui::BeginDisabled(!wanted || no_story);
        const bool pressed = button(ui, (std::string("Write ") + format.label).c_str(), ButtonLook::accent);
        ImGui::EndDisabled();
        ImGui::SameLine();
        if (button(ui, "Cancel")) ui.commands.add("dialog.show", {"none"});
        if ((pressed || entered) && wanted && !no_story) ui.commands.add("export.snapshot", words);
    }
    end_dialog();
}

}  // namespace chronomap
