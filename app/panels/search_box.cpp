// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/panels/search_box.hpp"

#include <algorithm>

#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

const char* heading_of_kind(FoundKind kind) {
    switch (kind) {
        case FoundKind::event:
            return "Events";
        case FoundKind::note:
            return "Your notes";
        case FoundKind::stop:
            return "Stops";
        case FoundKind::step:
            return "Your story";
        case FoundKind::place:
            return "Places";
        case FoundKind::text:
            return "In the text";
    }
    return "";
}

void go_to(Ui& ui, const Found& found) {
    if (found.kind == FoundKind::event || found.kind == FoundKind::note) ui.commands.add("event.select", {found.id});
    if (found.kind == FoundKind::stop) ui.commands.add("timeline.stop", {std::to_string(found.position)});
    if (found.kind == FoundKind::step) {
        ui.commands.add("panel.show", {"story"});
        ui.commands.add("story.go", {std::to_string(found.position)});
    }
    if (found.kind == FoundKind::place)
        ui.commands.add("view.centre", {std::to_string(found.at.lon), std::to_string(found.at.lat)});
    if (found.kind == FoundKind::text) ui.commands.add("article.show", {found.id, std::to_string(found.position)});
    ui.commands.add("search.set");
    ui.memory.searched.clear();
}

/// `lit`: the one that Enter goes to.
void draw_found(Ui& ui, const Found& found, int number, bool lit, float width) {
    const MeasureText bold = measure_with(ui.fonts.bold), small = measure_with(ui.fonts.small);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.fonts.bold->FontSize + ui.fonts.small->FontSize * 1.3F + ui.px(12);
    ImGui::PushID(number);
    if (ImGui::InvisibleButton("found", {width, height})) go_to(ui, found);
    if (lit || ImGui::IsItemHovered())
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height},
                                                  lit ? palette().accent_tint : palette().accent_wash, ui.px(4));
    if (lit && ui.memory.search_moved) ImGui::SetScrollHereY(0.5F);
    ImGui::PopID();
    const float left = at.x + ui.px(8), room = width - ui.px(16);
    text_at(ui.fonts.bold, {left, at.y + ui.px(4)}, palette().ink, elided(found.title, room, bold));
    text_at(ui.fonts.small, {left, at.y + ui.px(7) + ui.fonts.bold->FontSize}, palette().ink_soft,
            elided(found.detail, room, small));
}

/// The result that Enter goes to: the first, or the one that the arrow keys went to.
std::size_t lit_result(const Ui& ui) {
    const std::size_t count = ui.state.found.size();
    return count == 0 ? 0 : std::min(ui.memory.search_row, count - 1);
}

void walk_results(Ui& ui) {
    PanelMemory& memory = ui.memory;
    memory.search_moved = false;
    if (!memory.searching || ui.state.found.empty()) return;
    const bool down = key_pressed(ImGuiKey_DownArrow), up = key_pressed(ImGuiKey_UpArrow);
    if (!down && !up) return;
    const std::size_t row = lit_result(ui), last = ui.state.found.size() - 1;
    memory.search_row = down ? std::min(row + 1, last) : row - std::min<std::size_t>(row, 1);
    memory.search_moved = true;
}

void draw_results(Ui& ui, float x, float y, float field_width) {
    const float width = std::max(field_width, ui.px(380));
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({std::max(ui.px(8), std::min(x, display.x - width - ui.px(8))), y});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, display.y * 0.7F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(10), ui.px(10)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(6));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_Border, palette().hairline);
    ImGui::Begin("##results", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoNav);
    const float room = ImGui::GetContentRegionAvail().x;
    if (ui.state.search_due && ui.state.found.empty())
        wrapped_text_in(ui.fonts.body, palette().ink_soft, "Searching…");
    else if (ui.state.found.empty())
        wrapped_text_in(ui.fonts.body, palette().ink_soft,
                        "Nothing has these words. Places are found under their names in any script.");
    for (std::size_t i = 0; i < ui.state.found.size(); ++i) {
        const Found& found = ui.state.found[i];
        if (i == 0 || ui.state.found[i - 1].kind != found.kind) section_heading(ui, heading_of_kind(found.kind));
        draw_found(ui, found, static_cast<int>(i), i == lit_result(ui), room);
    }
    const bool elsewhere =
        !ui.memory.searching && ImGui::IsMouseClicked(ImGuiMouseButton_Left) &&
        !ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem | ImGuiHoveredFlags_ChildWindows);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    if (elsewhere) {
        ui.commands.add("search.set");
        ui.memory.searched.clear();
    }
}

}  // namespace

void draw_search(Ui& ui, float x, float y, float width) {
    PanelMemory& memory = ui.memory;
    ImGui::SetCursorScreenPos({x, y});
    ImGui::SetNextItemWidth(width);
    if (memory.search_seen != ui.state.search_asked) {
        memory.search_seen = ui.state.search_asked;
        ImGui::SetKeyboardFocusHere();
    }
    // A script or the end of a search changes the words too.
    if (!memory.searching) memory.searched = ui.state.search;
    ImGui::PushFont(ui.fonts.body);
    const bool entered =
        ImGui::InputTextWithHint("##search", "Search  ( / )", &memory.searched, ImGuiInputTextFlags_EnterReturnsTrue);
    const bool edited = ImGui::IsItemEdited(), escaped = is_item_escaped();
    memory.searching = ImGui::IsItemActive();
    ImGui::PopFont();
    if (escaped) {
        ui.commands.add("search.set");
        memory.searched.clear();
    } else if (edited) {
        memory.search_row = 0;
        ui.commands.add("search.set", {memory.searched});
    } else if (entered && !ui.state.search_due && !ui.state.found.empty()) {
        go_to(ui, ui.state.found[lit_result(ui)]);
    }
    walk_results(ui);
    if (!ui.state.search.empty()) draw_results(ui, x, y + ImGui::GetFrameHeight() + ui.px(6), width);
}

}  // namespace chronomap
