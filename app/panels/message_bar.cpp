#include <imgui_internal.h>

#include <algorithm>

#include "app/panels/widgets.hpp"

namespace chronomap {

/// The last message, over the lower edge of the map, until it is closed.
void draw_message_bar(Ui& ui) {
    if (!ui.state.message_visible || ui.state.messages.empty()) return;
    const Message& message = ui.state.messages.back();
    const PixelRect& map = ui.layout.map;
    const float width = std::min(ui.px(620), map.width - ui.px(24));
    const bool undoable = message.undoes && message.undoes == ui.state.history.current_ptr();
    // The log tells more: what came before, and long words in full.
    const bool to_log = ui.state.messages.size() > 1 || message.level != MessageLevel::info;
    const float text_width = width - ui.px(56) - (to_log ? ui.px(48) : 0) - (undoable ? ui.px(62) : 0);
    const MeasureText measure = measure_with(ui.fonts.small);
    const ShortLayout lines = layout_short(message.text, text_width, 4, measure);
    const float line = ui.fonts.small->FontSize * 1.35F;
    const float height = line * static_cast<float>(lines.lines.size()) + ui.px(22);
    const PixelRect rect{map.x + (map.width - width) / 2, map.bottom() - height - ui.px(44), width, height};
    const bool bad = message.level == MessageLevel::error;
    const ImU32 wash = bad                                      ? palette().error_wash
                       : message.level == MessageLevel::warning ? palette().warning_wash
                                                                : palette().paper_raised;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_Border, bad ? palette().error : palette().hairline);
    if (begin_part(ui, "message", rect, wash, {14, 10}, ImGuiWindowFlags_NoFocusOnAppearing)) {
        for (std::size_t i = 0; i < lines.lines.size(); ++i)
            text_at(ui.fonts.small, {rect.x + ui.px(14), rect.y + ui.px(11) + line * static_cast<float>(i)},
                    bad ? palette().error : palette().ink, lines.lines[i].of(message.text));
        const float close = ui.px(24);
        ImGui::SetCursorScreenPos({rect.right() - close - ui.px(8), rect.y + ui.px(8)});
        if (glyph_button(ui, "##close", Glyph::close, ButtonLook::quiet, 24, "Close"))
            ui.commands.add("message.dismiss");
        float right = rect.right() - close - ui.px(10);
        const auto word = [&](const char* label, ButtonLook look) {
            ImGui::PushFont(ui.fonts.small);
            right -= ImGui::CalcTextSize(label).x + 2 * ImGui::GetStyle().FramePadding.x + ui.px(2);
            ImGui::SetCursorScreenPos({right, rect.y + ui.px(6)});
            const bool pressed = button(ui, label, look);
            ImGui::PopFont();
            return pressed;
        };
        if (to_log && word("Log", ButtonLook::quiet))
            ui.commands.add("dialog.show", {"log"});
        if (undoable && word("Undo", ButtonLook::plain)) {
            ui.commands.add("edit.undo");
            ui.commands.add("message.dismiss");
        }
    }
    if (ImGui::IsWindowAppearing()) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    end_part();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace chronomap
