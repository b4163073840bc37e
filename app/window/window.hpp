#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/settings/remembered.hpp"
#include "app/state/requests.hpp"
#include "app/window/input_queue.hpp"
#include "geo/base/result.hpp"

struct GLFWwindow;

namespace chronomap {

/// What came in from outside, as much as one frame can take.
struct WindowInput {
    std::vector<InputEvent> events;
    std::vector<std::string> dropped;  ///< paths of files dropped onto the window
    bool any = false;                  ///< anything at all, the mouse too: a frame is worth drawing
};

/// The window of the program with its OpenGL 3.3 core context, which is current for the window's whole life.
class Window {
  public:
    /// Error: no display (the remedy names `chronomap snapshot`), or no OpenGL 3.3.
    static Result<Window> create(int width, int height, const std::string& title);
    ~Window();
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;

    GLFWwindow* handle() const { return handle_.get(); }
    /// Size of the framebuffer in device pixels.
    void framebuffer_size(int& width, int& height) const;
    /// Device pixels per nominal pixel, as the desktop wishes it.
    float content_scale() const;
    bool closing() const;
    /// Takes back that the window is closing.
    void stay_open();
    void resize(int width, int height);
    /// Where the window is and how large; the size is the one before it was maximised, as far as it is known.
    WindowFrame frame() const;
    /// Moves the window there; a frame that lies on no screen gives its size only.
    void set_frame(const WindowFrame& frame);
    /// The whole of the screen that the window is on, or its size and place of before.
    void use_screen(ScreenUse use);
    /// The text on the desktop's clipboard; "" when it holds none.
    std::string clipboard_text() const;
    void set_clipboard_text(const std::string& text);
    void set_title(const std::string& title);

    /// Waits for input, at most `seconds` (0: does not wait), and gives what the next frame is to see.
    WindowInput wait(double seconds, AfterCommand after = AfterCommand::nothing);
    /// True while input came that wait() has not given yet.
    bool has_input_left() const;
    /// True when the window has the size that was last asked for, or its user gave it another.
    bool has_size_asked_for();
    void swap();
    /// Wakes a waiting window; from any thread.
    static void wake();

  private:
    struct Callbacks;
    struct Delete {
        void operator()(GLFWwindow* window) const;
    };
    explicit Window(GLFWwindow* handle);
    std::unique_ptr<GLFWwindow, Delete> handle_;
    int x_ = 0, y_ = 0, width_ = 0, height_ = 0;  // before the window took the whole screen
    WindowSize asked_;                    // 0: none
    double asked_until_s_ = 0;            // a window system need not give what it is asked for
    struct Input;
    std::unique_ptr<Input> input_;  // callbacks write here; its address must not move
};

}  // namespace chronomap
