#pragma once

#include <vector>

#include "app/panels/theme.hpp"
#include "app/window/input_queue.hpp"

struct GLFWwindow;

namespace chronomap {

/// Dear ImGui with its GLFW and OpenGL 3 backends, for as long as the object lives.
class ImguiHost {
  public:
    explicit ImguiHost(GLFWwindow* window);
    ~ImguiHost();
    ImguiHost(const ImguiHost&) = delete;
    ImguiHost& operator=(const ImguiHost&) = delete;

    /// Loads faces, spacing and colours for a theme and this many pixels per nominal pixel; does nothing when both are
    /// the same as before.
    void set_look(InterfaceTheme theme, float unit);
    /// What the next frames show: faces for scripts that turn up are loaded with the next set_look().
    void use_characters(std::string_view text) { new_characters_ = characters_.add(text) || new_characters_; }
    const Fonts& fonts() const { return fonts_; }
    /// Font files that were not found, "" when all were.
    const std::string& missing_fonts() const { return missing_; }

    /// What the next frame is to see.
    void feed(const std::vector<InputEvent>& events);
    void begin_frame();
    /// Draws over what the framebuffer holds.
    void end_frame();
    /// True while a field has the keys.
    bool wants_text() const;
    /// Closes menus and lists that are open; false when there is none.
    bool close_popups();

  private:
    GLFWwindow* window_;
    ImVec2 mouse_{0, 0};
    bool mouse_inside_ = false;
    bool buttons_[5] = {};
    Fonts fonts_;
    std::string missing_;
    CharactersInUse characters_;
    bool new_characters_ = false;
    float unit_ = 0;
    InterfaceTheme theme_ = InterfaceTheme::light;
};

}  // namespace chronomap
