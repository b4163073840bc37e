#include "app/panels/start_screen.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

/// One way to begin: a button, its key, and what it takes; without words the button alone.
void way(Ui& ui, const char* label, const char* keys, const char* words, ButtonLook look, const char* command,
         std::vector<std::string> arguments = {}) {
    if (*words == 0) {
        if (button(ui, label, look, {-1, 0})) ui.commands.add(command, std::move(arguments));
        return;
    }
    const float width = ui.px(150);
    const float left = ImGui::GetCursorPosX(), top = ImGui::GetCursorPosY();
    if (button(ui, label, look, {width, 0})) ui.commands.add(command, std::move(arguments));
    const float below = ImGui::GetCursorPosY();
    const float indent = width + ui.px(14);
    const bool beside = ImGui::GetContentRegionAvail().x - indent > ui.px(150);
    if (beside) ImGui::SetCursorPos({left + indent, top + ImGui::GetStyle().FramePadding.y});
    wrapped_text_in(ui.fonts.small, palette().ink_soft,
                    std::string(words) + (*keys == 0 ? "" : std::string("  (") + keys + ")"));
    ImGui::SetCursorPos({left, std::max(below, ImGui::GetCursorPosY()) + ui.px(2)});
}

void draw_recent(Ui& ui) {
    constexpr std::size_t most = 5;
    const auto& recent = ui.state.project.recent;
    if (recent.empty()) return;
    ImGui::Dummy({1, ui.px(4)});
    section_heading(ui, "Opened before");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(2)});
    const MeasureText body = measure_with(ui.fonts.body), small = measure_with(ui.fonts.small);
    for (std::size_t i = 0; i < std::min(most, recent.size()); ++i) {
        const std::filesystem::path path(recent[i]);
        ImGui::PushID(static_cast<int>(i));
        const float room = ImGui::GetContentRegionAvail().x;
        const float height = std::round(ui.fonts.body->FontSize + ui.px(8));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (ImGui::Selectable("##recent", false, 0, {room, height}))
            ui.commands.add("file.open-recent", {std::to_string(i + 1)});
        hint(ui, recent[i].c_str());
        const std::string name = elided(path.filename().string(), room - ui.px(12), body);
        text_at(ui.fonts.body, {at.x + ui.px(4), at.y + ui.px(4)}, palette().ink, name);
        const float left = at.x + ui.px(18) + body(name), rest = at.x + room - left;
        if (rest > ui.px(60))
            text_at(ui.fonts.small, {left, at.y + ui.px(6)}, palette().ink_faint,
                    elided(path.parent_path().string(), rest, small));
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
}

}  // namespace

void draw_start_screen(Ui& ui, const PixelRect& map) {
    const float margin = ui.px(12);
    const float width = std::min(ui.px(520), map.width - 2 * margin);
    if (width < ui.px(120) || map.height < ui.px(90)) return;
    // Its height is known when it was drawn once.
    float& content = ui.memory.start_height;
    const float height = std::min(content > 0 ? content : ui.px(320), map.height - 2 * margin);
    const float x = std::round(map.x + (map.width - width) / 2), y = std::round(map.y + (map.height - height) / 2);
    ImGui::SetCursorScreenPos({x, y});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, palette().paper);
    ImGui::PushStyleColor(ImGuiCol_Border, palette().hairline);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                        {ui.px(map.height > ui.px(300) ? 24 : 14), ui.px(map.height > ui.px(300) ? 18 : 10)});
    ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, 1);
    ImGui::BeginChild("start", {width, height}, true, ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar(3);
    ImGui::PopStyleColor(2);
    text_in(ui.fonts.heading, palette().ink, "Begin with an article");
    // A small window is for the buttons.
    const bool roomy = map.height > ui.px(300) && width > ui.px(280);
    if (roomy)
        wrapped_text_in(ui.fonts.body, palette().ink_soft,
                        "Its places and dates become a map that moves through time; every mark leads back to its "
                        "sentence.");
    ImGui::Dummy({1, ui.px(4)});
    const auto told = [&](const char* words) { return roomy ? words : ""; };
    way(ui, "Open a file …", "Ctrl+O", told("An article, a dataset or a project; or drop it here"), ButtonLook::accent,
        "dialog.show", {"open"});
    way(ui, "Paste text", "Ctrl+V", told("What you copied from an article"), ButtonLook::plain, "article.paste");
    way(ui, "Open the demo", "", told("An article with a story to present"), ButtonLook::plain, "file.demo");
    draw_recent(ui);
    content = std::ceil(ImGui::GetCursorPosY() + ui.px(20));
    ImGui::EndChild();
}

}  // namespace chronomap
