#include "app/panels/export_settings.hpp"

// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>

#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

void label(const Ui& ui, const char* words) {
    text_in(ui.fonts.small, palette().ink_soft, words);
}

template <std::size_t count>
void combo(const char* id, const std::array<ExportChoice, count>& choices, int& chosen, const std::string& first) {
    ImGui::SetNextItemWidth(-1);
    const auto words = [&](std::size_t i) { return i == 0 && !first.empty() ? first.c_str() : choices[i].label; };
    if (!ImGui::BeginCombo(id, words(static_cast<std::size_t>(chosen)))) return;
    for (std::size_t i = 0; i < count; ++i)
        if (ImGui::Selectable(words(i), chosen == static_cast<int>(i))) chosen = static_cast<int>(i);
    ImGui::EndCombo();
}

/// Two text fields beside each other, each with its label above.
void two_fields(Ui& ui, const char* left, std::string& left_text, const char* left_hint, const char* right,
                std::string& right_text, const char* right_hint) {
    const float width = (ImGui::GetContentRegionAvail().x - ui.px(12)) / 2;
    ImGui::BeginGroup();
    label(ui, left);
    ImGui::SetNextItemWidth(width);
    ImGui::InputTextWithHint((std::string("##") + left).c_str(), left_hint, &left_text);
    ImGui::EndGroup();
    ImGui::SameLine(0, ui.px(12));
    ImGui::BeginGroup();
    label(ui, right);
    ImGui::SetNextItemWidth(width);
    ImGui::InputTextWithHint((std::string("##") + right).c_str(), right_hint, &right_text);
    ImGui::EndGroup();
}

}  // namespace

void draw_export_settings(Ui& ui) {
    ExportMemory& memory = ui.memory.exporting;
    if (has_dates(memory.kind)) {
        label(ui, memory.kind == ExportKind::film ? "A frame for each" : "A picture for each");
        combo("##step", export_steps, memory.step, {});
        two_fields(ui, "From", memory.from, "where the events begin", "To", memory.to, "where they end");
        if (memory.kind == ExportKind::film) {
            label(ui, "Frames a second");
            ImGui::SetNextItemWidth(-1);
            const char* words = memory.frames_per_second > 0 ? "%.2g"
                                : memory.step == 0           ? "1, as suits stops"
                                                             : "4, as suits a step";
            ImGui::SliderFloat("##fps", &memory.frames_per_second, 0, 30, words);
        }
        text_in(ui.fonts.small, palette().ink, memory.count);
    } else if (memory.kind == ExportKind::comparison) {
        two_fields(ui, "First date", memory.first, "1993", "Second date", memory.second, "2020-11");
    }
    label(ui, "Size");
    combo("##size", export_sizes, memory.size,
          memory.kind == ExportKind::story ? std::string("A4 upright; a film 1920 × 1080")
                                           : "Size of the screen, " + std::to_string(ui.state.view.width_px) + " × " +
              std::to_string(ui.state.view.height_px));
    const std::string extension = format_of(memory.kind, memory.path).extension;
    if (extension == ".jpg") {
        label(ui, "Quality");
        ImGui::SetNextItemWidth(-1);
        ImGui::SliderInt("##quality", &memory.quality, 40, 100);
    }
    const bool pixels = extension == ".png" || extension == ".jpg" || extension == ".webp";
    if (pixels && memory.kind != ExportKind::comparison && memory.kind != ExportKind::film)
        checkbox(ui, "Beside it a world file, for map programs", &memory.world_file);
    checkbox(ui, "Leave the folders of files out of its details", &memory.leave_out_paths);
}

}  // namespace chronomap
