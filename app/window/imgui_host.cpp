#include "app/window/imgui_host.hpp"

#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <iterator>

namespace chronomap {

ImguiHost::ImguiHost(GLFWwindow* window) : window_(window) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // the layout is the program's own, nothing is to be remembered in the current folder
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.MouseDoubleClickTime = 0.5F;  // as desktops have it; a slow frame may lie between two clicks
    ImGui_ImplGlfw_InitForOpenGL(window, false);  // input comes by feed()
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

ImguiHost::~ImguiHost() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

void ImguiHost::set_look(InterfaceTheme theme, float unit) {
    if (unit == unit_ && theme == theme_ && !new_characters_) return;
    apply_theme(theme, unit);
    theme_ = theme;
    if (unit == unit_ && !new_characters_) return;
    unit_ = unit;
    new_characters_ = false;
    missing_.clear();
    fonts_ = load_fonts(unit, characters_, missing_);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    ImGui::GetIO().FontDefault = fonts_.body;
}

void ImguiHost::feed(const std::vector<InputEvent>& events) {
    for (const InputEvent& event : events) {
        switch (event.kind) {
            case InputEvent::Kind::key:
                ImGui_ImplGlfw_KeyCallback(window_, event.code, event.scancode, static_cast<int>(event.action),
                                           event.mods);
                break;
            case InputEvent::Kind::character:
                ImGui_ImplGlfw_CharCallback(window_, static_cast<unsigned>(event.code));
                break;
            case InputEvent::Kind::button:
                if (event.code >= 0 && event.code < static_cast<int>(std::size(buttons_)))
                    buttons_[event.code] = event.action != InputEvent::Action::release;
                break;
            case InputEvent::Kind::move:
                mouse_ = {static_cast<float>(event.x), static_cast<float>(event.y)};
                mouse_inside_ = true;
                break;
            case InputEvent::Kind::wheel:
                ImGui_ImplGlfw_ScrollCallback(window_, event.x, event.y);
                break;
            case InputEvent::Kind::enter:
                mouse_inside_ = event.code != 0;
                mouse_ = {static_cast<float>(event.x), static_cast<float>(event.y)};
                ImGui_ImplGlfw_CursorEnterCallback(window_, event.code);
                break;
            case InputEvent::Kind::focus:
                ImGui_ImplGlfw_WindowFocusCallback(window_, event.code);
                break;
        }
    }
}

void ImguiHost::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    // The backend asks where the mouse is now; a frame sees it where it was when the buttons were as they were.
    ImGuiIO& io = ImGui::GetIO();
    const bool held = std::ranges::any_of(buttons_, [](bool down) { return down; });
    io.MousePos = mouse_inside_ || held ? mouse_ : ImVec2(-FLT_MAX, -FLT_MAX);
    std::ranges::copy(buttons_, io.MouseDown);
    ImGui::NewFrame();
}

void ImguiHost::end_frame() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool ImguiHost::wants_text() const {
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    return imgui.ActiveId != 0 && imgui.ActiveId == imgui.InputTextState.ID;
}

bool ImguiHost::close_popups() {
    if (ImGui::GetCurrentContext()->OpenPopupStack.empty()) return false;
    ImGui::ClosePopupToLevel(0, true);
    return true;
}

}  // namespace chronomap
