#include "app/panels/theme.hpp"

namespace chronomap {

namespace {

ImVec4 vec(ImU32 packed) {
    return ImGui::ColorConvertU32ToFloat4(packed);
}

}  // namespace

void apply_theme(float unit) {
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
    style.WindowMinSize = {1, 1};
    style.DisplaySafeAreaPadding = {0, 0};

    ImVec4* colors = style.Colors;
    ImGui::StyleColorsLight(&style);
    colors[ImGuiCol_Text] = vec(colour::ink);
    colors[ImGuiCol_TextDisabled] = vec(colour::ink_faint);
    colors[ImGuiCol_WindowBg] = vec(colour::paper);
    colors[ImGuiCol_ChildBg] = vec(colour::clear);
    colors[ImGuiCol_PopupBg] = vec(colour::paper_raised);
    colors[ImGuiCol_Border] = vec(colour::hairline);
    colors[ImGuiCol_BorderShadow] = vec(colour::clear);
    colors[ImGuiCol_FrameBg] = vec(colour::paper_raised);
    colors[ImGuiCol_FrameBgHovered] = vec(colour::paper_raised);
    colors[ImGuiCol_FrameBgActive] = vec(colour::paper_raised);
    colors[ImGuiCol_Button] = vec(colour::paper_raised);
    colors[ImGuiCol_ButtonHovered] = vec(IM_COL32(240, 243, 243, 255));
    colors[ImGuiCol_ButtonActive] = vec(IM_COL32(225, 233, 236, 255));
    colors[ImGuiCol_Header] = vec(colour::accent_tint);
    colors[ImGuiCol_HeaderHovered] = vec(colour::accent_wash);
    colors[ImGuiCol_HeaderActive] = vec(colour::accent_tint);
    colors[ImGuiCol_ScrollbarBg] = vec(colour::clear);
    colors[ImGuiCol_ScrollbarGrab] = vec(IM_COL32(205, 203, 196, 255));
    colors[ImGuiCol_ScrollbarGrabHovered] = vec(IM_COL32(180, 178, 172, 255));
    colors[ImGuiCol_ScrollbarGrabActive] = vec(IM_COL32(150, 148, 142, 255));
    colors[ImGuiCol_CheckMark] = vec(colour::accent);
    colors[ImGuiCol_Separator] = vec(colour::hairline);
    colors[ImGuiCol_TextSelectedBg] = vec(IM_COL32(17, 99, 122, 60));
    colors[ImGuiCol_NavHighlight] = vec(colour::accent);
    colors[ImGuiCol_PlotHistogram] = vec(colour::accent);
    colors[ImGuiCol_ModalWindowDimBg] = vec(IM_COL32(40, 44, 48, 90));
    style.ScaleAllSizes(unit);
    // ScaleAllSizes leaves borders alone; hairlines stay hairlines, but not thinner than the screen can show.
    style.FrameBorderSize = style.PopupBorderSize = unit >= 1.5F ? 2.0F : 1.0F;
    ImGui::GetStyle() = style;
}

}  // namespace chronomap
