// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/panels/dialogs.hpp"
#include "app/panels/folder_listing.hpp"

namespace chronomap {

namespace {

void draw_folder(Ui& ui) {
    PanelMemory& memory = ui.memory;
    if (memory.listing_of != memory.open_folder) {
        memory.listing = list_folder(memory.open_folder);
        memory.listing_of = memory.open_folder;
    }
    const float footer = ImGui::GetFrameHeightWithSpacing() + ui.px(4);
    ImGui::BeginChild("files", {0, -footer}, false, ImGuiWindowFlags_NoNav);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(3)});
    if (ImGui::Selectable("..")) memory.open_folder = memory.open_folder.parent_path();
    for (const FolderEntry& entry : memory.listing) {
        ImGui::PushStyleColor(ImGuiCol_Text, entry.is_folder ? palette().ink_soft : palette().ink);
        const std::string name = entry.name + (entry.is_folder ? "/" : "");
        const bool pressed = ImGui::Selectable(name.c_str(), false, ImGuiSelectableFlags_AllowDoubleClick);
        ImGui::PopStyleColor();
        if (!pressed) continue;
        const std::filesystem::path path = memory.open_folder / entry.name;
        if (entry.is_folder) {
            memory.open_folder = path;
            break;
        }
        memory.open_path = path.string();
        if (ImGui::IsMouseDoubleClicked(0)) ui.commands.add("file.open", {memory.open_path});
    }
    if (memory.listing.empty()) text_in(ui.fonts.small, palette().ink_faint, "No articles or datasets in this folder.");
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace

void draw_open_dialog(Ui& ui) {
    PanelMemory& memory = ui.memory;
    std::error_code ignored;
    if (memory.open_folder.empty()) memory.open_folder = std::filesystem::current_path(ignored);
    if (begin_dialog(ui, "Open", 640, 520)) {
        // In a low window the list is worth more.
        if (ImGui::GetWindowHeight() > ui.px(340))
            wrapped_text_in(ui.fonts.small, palette().ink_soft,
                            "An article (.txt, .md, .html), a list of articles (.jsonl), a dataset or project (.csv, "
                            ".geojson, .gpkg), a story (.story.json), or a picture that chronomap wrote.");
        if (memory.dialog_appearing) {
            ImGui::SetKeyboardFocusHere();
            memory.listing_of.clear();
        }
        ImGui::SetNextItemWidth(-1);
        const bool entered = ImGui::InputTextWithHint("##path", "path of a file or folder", &memory.open_path,
                                                      ImGuiInputTextFlags_EnterReturnsTrue);
        const std::string folder = memory.open_folder.string();
        text_in(ui.fonts.small, palette().ink_faint,
                elided(folder, ImGui::GetContentRegionAvail().x, measure_with(ui.fonts.small)));
        draw_folder(ui);
        const std::string path = with_home(memory.open_path);
        ImGui::BeginDisabled(path.empty());
        const bool pressed = button(ui, "Open", ButtonLook::accent);
        ImGui::EndDisabled();
        ImGui::SameLine();
        if (button(ui, "Cancel")) ui.commands.add("dialog.show", {"none"});
        if ((pressed || entered) && !path.empty()) {
            if (std::filesystem::is_directory(path, ignored))
                memory.open_folder = path;
            else
                ui.commands.add("file.open", {path});
        }
    }
    end_dialog();
}

}  // namespace chronomap
