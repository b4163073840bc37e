#include "app/panels/theme.hpp"

namespace chronomap {

namespace {

constexpr Palette light{.paper = IM_COL32(252, 251, 248, 255),
                        .paper_sunk = IM_COL32(244, 242, 236, 255),
                        .paper_raised = IM_COL32(255, 255, 255, 255),
                        .hairline = IM_COL32(224, 221, 212, 255),
                        .ink = IM_COL32(33, 38, 44, 255),
                        .ink_soft = IM_COL32(98, 104, 112, 255),
                        .ink_faint = IM_COL32(150, 153, 156, 255),
                        .accent = IM_COL32(17, 99, 122, 255),
                        .accent_dark = IM_COL32(11, 76, 95, 255),
                        .accent_tint = IM_COL32(17, 99, 122, 30),
                        .accent_wash = IM_COL32(17, 99, 122, 16),
                        .sentence_wash = IM_COL32(246, 226, 160, 150),
                        .found_wash = IM_COL32(120, 200, 188, 130),
                        .mention_place = IM_COL32(0, 114, 178, 255),
                        .mention_date = IM_COL32(204, 108, 0, 255),
                        .mention_source = IM_COL32(120, 94, 150, 255),
                        .error = IM_COL32(160, 44, 36, 255),
                        .error_wash = IM_COL32(252, 236, 232, 255),
                        .warning_wash = IM_COL32(253, 246, 226, 255),
                        .button_hovered = IM_COL32(240, 243, 243, 255),
                        .button_active = IM_COL32(228, 235, 238, 255),
                        .scroll = IM_COL32(205, 203, 196, 255),
                        .scroll_hovered = IM_COL32(180, 178, 172, 255),
                        .scroll_active = IM_COL32(150, 148, 142, 255),
                        .bar = IM_COL32(176, 184, 186, 255),
                        .rule = IM_COL32(190, 188, 180, 255),
                        .rule_faint = IM_COL32(206, 204, 196, 255),
                        .dim = IM_COL32(36, 42, 48, 96)};

constexpr Palette dark{.paper = IM_COL32(20, 26, 32, 255),
                       .paper_sunk = IM_COL32(13, 18, 23, 255),
                       .paper_raised = IM_COL32(31, 39, 47, 255),
                       .hairline = IM_COL32(58, 69, 79, 255),
                       .ink = IM_COL32(237, 234, 226, 255),
                       .ink_soft = IM_COL32(172, 182, 190, 255),
                       .ink_faint = IM_COL32(128, 140, 149, 255),
                       .accent = IM_COL32(94, 190, 220, 255),
                       .accent_dark = IM_COL32(150, 219, 240, 255),
                       .accent_tint = IM_COL32(94, 190, 220, 52),
                       .accent_wash = IM_COL32(94, 190, 220, 26),
                       .sentence_wash = IM_COL32(214, 168, 60, 78),
                       .found_wash = IM_COL32(58, 160, 146, 130),
                       .mention_place = IM_COL32(92, 182, 255, 255),
                       .mention_date = IM_COL32(255, 170, 74, 255),
                       .mention_source = IM_COL32(194, 168, 255, 255),
                       .error = IM_COL32(255, 122, 112, 255),
                       .error_wash = IM_COL32(58, 26, 26, 255),
                       .warning_wash = IM_COL32(54, 45, 22, 255),
                       .button_hovered = IM_COL32(44, 54, 64, 255),
                       .button_active = IM_COL32(54, 66, 77, 255),
                       .scroll = IM_COL32(66, 77, 87, 255),
                       .scroll_hovered = IM_COL32(88, 100, 111, 255),
                       .scroll_active = IM_COL32(112, 125, 136, 255),
                       .bar = IM_COL32(84, 98, 109, 255),
                       .rule = IM_COL32(84, 98, 109, 255),
                       .rule_faint = IM_COL32(66, 78, 88, 255),
                       .dim = IM_COL32(0, 0, 0, 140)};

// ImGui's own style is one for the whole process, and so is this.
const Palette* applied = &light;

ImVec4 vec(ImU32 packed) {
    return ImGui::ColorConvertU32ToFloat4(packed);
}

}  // namespace

const Palette& palette() {
    return *applied;
}

void apply_theme(InterfaceTheme theme, float unit) {
    applied = theme == InterfaceTheme::dark ? &dark : &light;
    ImGuiStyle style;
    style.WindowPadding = {16, 12};
    style.WindowRounding = 0;
    style.WindowBorderSize = 0;
    style.PopupRounding = 8;
    style.PopupBorderSize = 1;
    style.FramePadding = {10, 6};
    style.FrameRounding = 6;
    style.FrameBorderSize = 1;
    style.ItemSpacing = {8, 8};
    style.ItemInnerSpacing = {6, 4};
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.GrabRounding = 5;
    style.ChildBorderSize = 0;
    style.SelectableTextAlign = {0, 0.5F};
    style.DisplaySafeAreaPadding = {0, 0};

    ImVec4* colors = style.Colors;
    theme == InterfaceTheme::dark ? ImGui::StyleColorsDark(&style) : ImGui::StyleColorsLight(&style);
    colors[ImGuiCol_Text] = vec(applied->ink);
    colors[ImGuiCol_TextDisabled] = vec(applied->ink_faint);
    colors[ImGuiCol_WindowBg] = vec(applied->paper);
    colors[ImGuiCol_ChildBg] = vec(applied->clear);
    colors[ImGuiCol_PopupBg] = vec(applied->paper_raised);
    colors[ImGuiCol_Border] = vec(applied->hairline);
    colors[ImGuiCol_BorderShadow] = vec(applied->clear);
    colors[ImGuiCol_FrameBg] = vec(applied->paper_raised);
    colors[ImGuiCol_FrameBgHovered] = vec(applied->paper_raised);
    colors[ImGuiCol_FrameBgActive] = vec(applied->paper_raised);
    colors[ImGuiCol_Button] = vec(applied->paper_raised);
    colors[ImGuiCol_ButtonHovered] = vec(applied->button_hovered);
    colors[ImGuiCol_ButtonActive] = vec(applied->button_active);
    colors[ImGuiCol_Header] = vec(applied->accent_tint);
    colors[ImGuiCol_HeaderHovered] = vec(applied->accent_wash);
    colors[ImGuiCol_HeaderActive] = vec(applied->accent_tint);
    colors[ImGuiCol_ScrollbarBg] = vec(applied->clear);
    colors[ImGuiCol_ScrollbarGrab] = vec(applied->scroll);
    colors[ImGuiCol_ScrollbarGrabHovered] = vec(applied->scroll_hovered);
    colors[ImGuiCol_ScrollbarGrabActive] = vec(applied->scroll_active);
    colors[ImGuiCol_CheckMark] = colors[ImGuiCol_SliderGrab] = colors[ImGuiCol_SliderGrabActive] = vec(applied->accent);
    colors[ImGuiCol_Separator] = vec(applied->hairline);
    colors[ImGuiCol_TextSelectedBg] = vec(applied->accent_tint);
    colors[ImGuiCol_NavHighlight] = vec(applied->accent);
    colors[ImGuiCol_PlotHistogram] = vec(applied->accent);
    colors[ImGuiCol_ModalWindowDimBg] = vec(applied->dim);
    style.ScaleAllSizes(unit);
    style.WindowMinSize = {1, 1};  // not less, however small all is
    // ScaleAllSizes leaves borders alone; hairlines stay hairlines, but not thinner than the screen can show.
    style.FrameBorderSize = style.PopupBorderSize = unit >= 1.5F ? 2.0F : 1.0F;
    ImGui::GetStyle() = style;
}

}  // namespace chronomap
