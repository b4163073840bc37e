// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <filesystem>

#include "app/panels/dialogs.hpp"
#include "app/panels/folder_listing.hpp"
#include "app/project/unsaved.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {

namespace {

/// What the dialog proposes: the project's own file, or one beside the article, named like it.
std::string proposed_path(const AppState& state) {
    if (!state.project.path.empty()) return state.project.path;
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::current_path(ignored);
    return (folder / (state.shown_article.empty() ? "project" : state.shown_article)).string() +
           std::string(project_extension);
}

}  // namespace

void draw_save_dialog(Ui& ui) {
    PanelMemory& memory = ui.memory;
    if (begin_dialog(ui, "Save the project", 640, 205)) {
        if (memory.dialog_appearing) {
            memory.save_path = proposed_path(ui.state);
            ImGui::SetKeyboardFocusHere();
        }
        wrapped_text_in(ui.fonts.small, palette().ink_soft,
                        "One file with the articles, their events, your corrections and stops, and this view. It is a "
                        "GeoPackage, which QGIS opens as well. Rasters and layers stay where they are.");
        ImGui::SetNextItemWidth(-1);
        const bool entered = ImGui::InputTextWithHint("##path", "path of the project", &memory.save_path,
                                                      ImGuiInputTextFlags_EnterReturnsTrue);
        const std::string path = with_home(memory.save_path);
        std::error_code ignored;
        const bool replaces = path != ui.state.project.path && std::filesystem::is_regular_file(path, ignored);
        if (replaces)
            text_in(ui.fonts.small, palette().error, "There is such a file; it will be replaced.");
        else
            text_in(ui.fonts.small, palette().ink_faint, " ");
        ImGui::BeginDisabled(path.empty() || std::filesystem::is_directory(path, ignored));
        const bool pressed = button(ui, replaces ? "Replace" : "Save", ButtonLook::accent);
        ImGui::EndDisabled();
        ImGui::SameLine();
        if (button(ui, "Cancel")) ui.commands.add("dialog.show", {"none"});
        if ((pressed || entered) && !path.empty()) ui.commands.add("file.save-as", {path});
    }
    end_dialog();
}

void draw_unsaved_dialog(Ui& ui) {
    const std::string name = project_name(ui.state);
    if (begin_dialog(ui, "Save what you changed?", 520, 150)) {
        wrapped_text_in(ui.fonts.body, palette().ink,
                        name.empty() ? "What you edited is in no file yet." : "\"" + name + "\" has unsaved changes.");
        ImGui::Dummy({1, ui.px(8)});
        if (button(ui, "Save", ButtonLook::accent)) ui.commands.add("file.answer", {"save"});
        ImGui::SameLine();
        if (button(ui, "Discard")) ui.commands.add("file.answer", {"discard"});
        ImGui::SameLine();
        if (button(ui, "Cancel")) ui.commands.add("file.answer", {"cancel"});
    }
    end_dialog();
}

void draw_recover_dialog(Ui& ui) {
    if (begin_dialog(ui, "Recover unsaved work?", 560, 170)) {
        wrapped_text_in(ui.fonts.body, palette().ink,
                        "chronomap ended last time before your work was saved. It was kept in a recovery file.");
        ImGui::Dummy({1, ui.px(8)});
        if (button(ui, "Open it", ButtonLook::accent)) ui.commands.add("file.recover", {"open"});
        ImGui::SameLine();
        if (button(ui, "Delete it")) ui.commands.add("file.recover", {"discard"});
        ImGui::SameLine();
        if (button(ui, "Ask me next time")) ui.commands.add("file.recover", {"later"});
    }
    end_dialog();
}

}  // namespace chronomap
