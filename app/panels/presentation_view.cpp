#include <cmath>

#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

/// A mouse that nobody moves is not to be seen on the map.
constexpr double still_mouse_s = 2;

void handle_mouse(Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    PanelMemory& memory = ui.memory;
    if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0) memory.mouse_moved_s = ui.state.now_s;
    if (ui.state.now_s - memory.mouse_moved_s > still_mouse_s) ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) ui.commands.add("story.go", {"next"});
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) ui.commands.add("story.go", {"previous"});
    const PixelRect& map = ui.layout.map;
    const float x = io.MousePos.x - map.x, y = io.MousePos.y - map.y;
    if (io.MouseWheel != 0 && x >= 0 && y >= 0 && x < map.width && y < map.height)
        ui.commands.add("view.zoom", {std::to_string(std::pow(1.25, static_cast<double>(io.MouseWheel))),
                                      std::to_string(x), std::to_string(y)});
}

}  // namespace

void draw_presentation(Ui& ui) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const ImU32 background = ui.memory.map_is_drawn && !ui.state.show.black ? 0 : IM_COL32_BLACK;
    if (begin_part(ui, "presentation", {0, 0, size.x, size.y}, background, {0, 0})) handle_mouse(ui);
    end_part();
}

}  // namespace chronomap
