#include "app/panels/widgets.hpp"

#include <cmath>

namespace chronomap {

namespace {

struct LookColours {
    ImU32 fill, hover, active, border, text;
};

LookColours colours_of(ButtonLook look) {
    switch (look) {
        case ButtonLook::quiet:
            return {palette().clear, palette().accent_wash, palette().accent_tint, palette().clear, palette().ink};
        case ButtonLook::accent:
            return {palette().accent, palette().accent_dark, palette().accent_dark, palette().accent,
                    palette().paper_raised};
        case ButtonLook::lit:
            return {palette().accent_tint, palette().accent_tint, palette().accent_tint, palette().clear,
                    palette().accent_dark};
        default:
            return {palette().paper_raised, palette().button_hovered, palette().button_active, palette().hairline,
                    palette().ink};
    }
}

void push_look(ButtonLook look) {
    const LookColours c = colours_of(look);
    ImGui::PushStyleColor(ImGuiCol_Button, c.fill);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, c.hover);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, c.active);
    ImGui::PushStyleColor(ImGuiCol_Border, c.border);
    ImGui::PushStyleColor(ImGuiCol_Text, c.text);
}

void pop_look() {
    ImGui::PopStyleColor(5);
}

void draw_glyph(ImDrawList& draw, Glyph glyph, ImVec2 c, float r, ImU32 tint, float line) {
    switch (glyph) {
        case Glyph::play:
            draw.AddTriangleFilled({c.x - r * 0.7F, c.y - r}, {c.x - r * 0.7F, c.y + r}, {c.x + r, c.y}, tint);
            break;
        case Glyph::pause:
            draw.AddRectFilled({c.x - r * 0.8F, c.y - r}, {c.x - r * 0.2F, c.y + r}, tint, line / 2);
            draw.AddRectFilled({c.x + r * 0.2F, c.y - r}, {c.x + r * 0.8F, c.y + r}, tint, line / 2);
            break;
        case Glyph::previous:
        case Glyph::next: {
            const float d = glyph == Glyph::next ? 1.0F : -1.0F;
            const ImVec2 points[3] = {{c.x - d * r * 0.45F, c.y - r * 0.9F},
                                      {c.x + d * r * 0.45F, c.y},
                                      {c.x - d * r * 0.45F, c.y + r * 0.9F}};
            draw.AddPolyline(points, 3, tint, 0, line);
            break;
        }
        case Glyph::close:
            draw.AddLine({c.x - r * 0.7F, c.y - r * 0.7F}, {c.x + r * 0.7F, c.y + r * 0.7F}, tint, line);
            draw.AddLine({c.x - r * 0.7F, c.y + r * 0.7F}, {c.x + r * 0.7F, c.y - r * 0.7F}, tint, line);
            break;
        case Glyph::plus:
            draw.AddLine({c.x, c.y - r * 0.8F}, {c.x, c.y + r * 0.8F}, tint, line);
            [[fallthrough]];
        case Glyph::minus:
            draw.AddLine({c.x - r * 0.8F, c.y}, {c.x + r * 0.8F, c.y}, tint, line);
            break;
        case Glyph::fit: {
            const float a = r * 0.85F;
            const float b = r * 0.35F;
            for (const float sx : {-1.0F, 1.0F})
                for (const float sy : {-1.0F, 1.0F}) {
                    const ImVec2 points[3] = {
                        {c.x + sx * b, c.y + sy * a}, {c.x + sx * a, c.y + sy * a}, {c.x + sx * a, c.y + sy * b}};
                    draw.AddPolyline(points, 3, tint, 0, line);
                }
            break;
        }
    }
}

}  // namespace

MeasureText measure_with(ImFont* font) {
    return [font](std::string_view text) {
        return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
    };
}

bool begin_part(const Ui& ui, const char* name, const PixelRect& rect, ImU32 background, ImVec2 padding,
                ImGuiWindowFlags more_flags) {
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({rect.width, rect.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, background);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(padding.x), ui.px(padding.y)});
    const bool open = ImGui::Begin(name, nullptr,
                                   ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                       ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
                                       ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | more_flags);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    return open;
}

void end_part() {
    ImGui::End();
}

void fill_unclipped(const PixelRect& rect, ImU32 tint) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, false);
    draw.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, tint);
    draw.PopClipRect();
}

void text_in(ImFont* font, ImU32 tint, std::string_view text) {
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, tint);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void wrapped_text_in(ImFont* font, ImU32 tint, std::string_view text) {
    ImGui::PushTextWrapPos(0);
    text_in(font, tint, text);
    ImGui::PopTextWrapPos();
}

void text_at(ImFont* font, ImVec2 at, ImU32 tint, std::string_view text) {
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {std::round(at.x), std::round(at.y)}, tint, text.data(),
                                        text.data() + text.size());
}

bool button(const Ui& ui, const char* label, ButtonLook look, ImVec2 size) {
    (void)ui;
    push_look(look);
    const bool pressed = ImGui::Button(label, size);
    pop_look();
    return pressed;
}

bool glyph_button(const Ui& ui, const char* id, Glyph glyph, ButtonLook look, float nominal_size, const char* tip) {
    const float size = std::round(ui.px(nominal_size));
    push_look(look);
    const bool pressed = ImGui::Button(id, {size, size});
    pop_look();
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    draw_glyph(*ImGui::GetWindowDrawList(), glyph, {(low.x + high.x) / 2, (low.y + high.y) / 2}, size * 0.2F,
               colours_of(look).text, std::max(1.5F, ui.px(1.8F)));
    hint(ui, tip);
    return pressed;
}

bool checkbox(const Ui& ui, const char* label, bool* on) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(1), ui.px(1)});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.px(3));
    const bool changed = ImGui::Checkbox(label, on);
    ImGui::PopStyleVar(2);
    return changed;
}

int segmented(const Ui& ui, const char* id, const char* const* labels, int count, int lit) {
    int pressed = -1;
    ImGui::PushID(id);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    ImGui::PushFont(ui.fonts.small);
    const float height = ImGui::GetFrameHeight();
    float total = 0;
    for (int i = 0; i < count; ++i) total += ImGui::CalcTextSize(labels[i]).x + ui.px(20);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float round = ui.px(6);
    draw.AddRectFilled(at, {at.x + total, at.y + height}, palette().paper_sunk, round);
    float x = at.x;
    for (int i = 0; i < count; ++i) {
        const ImVec2 text = ImGui::CalcTextSize(labels[i]);
        const float width = text.x + ui.px(20);
        ImGui::SetCursorScreenPos({x, at.y});
        if (ImGui::InvisibleButton(labels[i], {width, height})) pressed = i;
        const bool hovered = ImGui::IsItemHovered();
        if (i == lit) {
            draw.AddRectFilled({x + ui.px(2), at.y + ui.px(2)}, {x + width - ui.px(2), at.y + height - ui.px(2)},
                               palette().paper_raised, round - ui.px(1));
            draw.AddRect({x + ui.px(2), at.y + ui.px(2)}, {x + width - ui.px(2), at.y + height - ui.px(2)},
                         palette().hairline, round - ui.px(1));
        }
        draw.AddText(ui.fonts.small, ui.fonts.small->FontSize,
                     {std::round(x + (width - text.x) / 2), std::round(at.y + (height - text.y) / 2)},
                     i == lit  ? palette().accent_dark
                     : hovered ? palette().ink
                               : palette().ink_soft,
                     labels[i]);
        x += width;
    }
    ImGui::PopFont();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({total, height});
    ImGui::PopID();
    return pressed;
}

bool key_pressed(ImGuiKey_ key) {
    // Older versions of ImGui want the number that the window system has for it.
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

bool is_item_escaped() {
    return (ImGui::IsItemActive() || ImGui::IsItemDeactivated()) && key_pressed(ImGuiKey_Escape);
}

void hint(const Ui& ui, const char* text) {
    if (text == nullptr || *text == 0 || !ImGui::IsItemHovered() || ImGui::GetCurrentContext() == nullptr) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(10), ui.px(6)});
    ImGui::BeginTooltip();
    text_in(ui.fonts.small, palette().ink, text);
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

void section_heading(const Ui& ui, std::string_view text) {
    text_in(ui.fonts.small, palette().ink_soft, text);
}

float splitter(const Ui& ui, const char* id, const PixelRect& rect, bool vertical) {
    (void)ui;
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    ImGui::InvisibleButton(id, {std::max(1.0F, rect.width), std::max(1.0F, rect.height)});
    const bool active = ImGui::IsItemActive();
    if (active || ImGui::IsItemHovered())
        ImGui::SetMouseCursor(vertical ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
    if (active || ImGui::IsItemHovered()) {
        const PixelRect line = vertical ? PixelRect{rect.x + rect.width / 2 - 1, rect.y, 2, rect.height}
                                        : PixelRect{rect.x, rect.y + rect.height / 2 - 1, rect.width, 2};
        fill_unclipped(line, active ? palette().accent : palette().ink_faint);
    }
    if (!active) return 0;
    return vertical ? ImGui::GetIO().MouseDelta.x : ImGui::GetIO().MouseDelta.y;
}

}  // namespace chronomap
