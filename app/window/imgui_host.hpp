#pragma once

#include "app/panels/theme.hpp"

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
    const Fonts& fonts() const { return fonts_; }
    /// Font files that were not found, "" when all were.
    const std::string& missing_fonts() const { return missing_; }

    void begin_frame();
    /// Draws over what the framebuffer holds.
    void end_frame();
    bool wants_text() const;

  private:
    Fonts fonts_;
    std::string missing_;
    float unit_ = 0;
    InterfaceTheme theme_ = InterfaceTheme::light;
};

}  // namespace chronomap
