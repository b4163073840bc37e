#include "app/window/window.hpp"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cctype>
#include <cstring>
#include <string>
#include <utility>

namespace chronomap {

namespace {

std::string last_glfw_error;

void note_error(int, const char* words) {
    last_glfw_error = words;
}

WindowInput& input_of(GLFWwindow* window) {
    return *static_cast<WindowInput*>(glfwGetWindowUserPointer(window));
}

/// The names of the keys that type nothing.
const char* name_of_key(int key) {
    switch (key) {
        case GLFW_KEY_RIGHT:
            return "Right";
        case GLFW_KEY_LEFT:
            return "Left";
        case GLFW_KEY_UP:
            return "Up";
        case GLFW_KEY_DOWN:
            return "Down";
        case GLFW_KEY_PAGE_UP:
            return "PageUp";
        case GLFW_KEY_PAGE_DOWN:
            return "PageDown";
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return "Enter";
        case GLFW_KEY_HOME:
            return "Home";
        case GLFW_KEY_END:
            return "End";
        case GLFW_KEY_SPACE:
            return "Space";
        case GLFW_KEY_ESCAPE:
            return "Escape";
        case GLFW_KEY_TAB:
            return "Tab";
        case GLFW_KEY_DELETE:
            return "Delete";
        case GLFW_KEY_BACKSPACE:
            return "Backspace";
        default:
            return nullptr;
    }
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int mods) {
    WindowInput& input = input_of(window);
    input.any = true;
    if (action == GLFW_RELEASE) return;
    std::string name;
    const bool held = (mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER | GLFW_MOD_ALT)) != 0;
    if (const char* known = name_of_key(key)) {
        name = known;
    } else if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) {
        name = "F" + std::to_string(key - GLFW_KEY_F1 + 1);
    } else if (const char* printed = glfwGetKeyName(key, scancode); printed != nullptr && std::strlen(printed) == 1) {
        // Letters come by key, so that Ctrl+O is Ctrl+O; other signs come as characters, whatever keys make them,
        // unless a key is held that lets them make none.
        if (std::isalpha(static_cast<unsigned char>(printed[0])) == 0 && !held) return;
        name = static_cast<char>(std::toupper(static_cast<unsigned char>(printed[0])));
    }
    if (name.empty()) return;
    if ((mods & GLFW_MOD_SHIFT) != 0) name = "Shift+" + name;
    if ((mods & GLFW_MOD_ALT) != 0) name = "Alt+" + name;
    if ((mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0) name = "Ctrl+" + name;
    input.keys.push_back(std::move(name));
}

void on_character(GLFWwindow* window, unsigned code) {
    WindowInput& input = input_of(window);
    input.any = true;
    if (code > ' ' && code < 0x7F && std::isalpha(static_cast<int>(code)) == 0)
        input.keys.push_back(std::string(1, static_cast<char>(code)));
}

void on_drop(GLFWwindow* window, int count, const char** paths) {
    WindowInput& input = input_of(window);
    input.any = true;
    for (int i = 0; i < count; ++i) input.dropped.emplace_back(paths[i]);
}

/// The monitor that shows a point of the desktop, or the first one.
GLFWmonitor* monitor_at(int x, int y) {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int left = 0, top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        if (x >= left && x < left + mode->width && y >= top && y < top + mode->height) return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

}  // namespace

Window::Window(GLFWwindow* handle) : handle_(handle), input_(std::make_unique<WindowInput>()) {
    glfwSetWindowUserPointer(handle, input_.get());
    glfwSetKeyCallback(handle, on_key);
    glfwSetCharCallback(handle, on_character);
    glfwSetDropCallback(handle, on_drop);
    glfwSetCursorPosCallback(handle, [](GLFWwindow* w, double, double) { input_of(w).any = true; });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* w, int, int, int) { input_of(w).any = true; });
    glfwSetScrollCallback(handle, [](GLFWwindow* w, double, double) { input_of(w).any = true; });
    glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* w, int, int) { input_of(w).any = true; });
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* w) { input_of(w).any = true; });
    glfwSetWindowFocusCallback(handle, [](GLFWwindow* w, int) { input_of(w).any = true; });
    glfwSetCursorEnterCallback(handle, [](GLFWwindow* w, int) { input_of(w).any = true; });
}

Window::~Window() = default;
Window::Window(Window&&) noexcept = default;
Window& Window::operator=(Window&&) noexcept = default;

void Window::Delete::operator()(GLFWwindow* window) const {
    glfwDestroyWindow(window);
    glfwTerminate();
}

Result<Window> Window::create(int width, int height, const std::string& title) {
    glfwSetErrorCallback(note_error);
    constexpr const char* remedy = "`chronomap snapshot ARTICLE -o map.png` draws the map without a window";
    if (glfwInit() == GLFW_FALSE) return fail("no window can be opened: " + last_glfw_error, {}, 0, remedy);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "chronomap");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "chronomap");
    GLFWwindow* handle = glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
    if (handle == nullptr) {
        glfwTerminate();
        return fail("no window with OpenGL 3.3 can be opened: " + last_glfw_error, {}, 0, remedy);
    }
    glfwSetWindowSizeLimits(handle, 480, 360, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(handle);
    glfwSwapInterval(1);
    return Window(handle);
}

void Window::framebuffer_size(int& width, int& height) const {
    glfwGetFramebufferSize(handle(), &width, &height);
}

float Window::content_scale() const {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(handle(), &x, &y);
    return x > 0 ? x : 1;
}

bool Window::closing() const {
    return glfwWindowShouldClose(handle()) != 0;
}
void Window::stay_open() {
    glfwSetWindowShouldClose(handle(), GLFW_FALSE);
}
void Window::resize(int width, int height) {
    glfwSetWindowSize(handle(), width, height);
}

WindowFrame Window::frame() const {
    WindowFrame frame;
    if (glfwGetWindowMonitor(handle()) != nullptr) {
        frame.x = x_, frame.y = y_, frame.width = width_, frame.height = height_;
        return frame;
    }
    glfwGetWindowPos(handle(), &frame.x, &frame.y);
    glfwGetWindowSize(handle(), &frame.width, &frame.height);
    frame.maximised = glfwGetWindowAttrib(handle(), GLFW_MAXIMIZED) == GLFW_TRUE;
    return frame;
}

void Window::set_frame(const WindowFrame& frame) {
    if (frame.maximised) return glfwMaximizeWindow(handle());
    glfwSetWindowSize(handle(), frame.width, frame.height);
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int x = 0, y = 0, width = 0, height = 0;
        glfwGetMonitorWorkarea(monitors[i], &x, &y, &width, &height);
        // Enough of its upper edge is there to be taken hold of.
        const bool seen =
            frame.y >= y && frame.y + 40 < y + height && frame.x + frame.width > x + 80 && frame.x + 80 < x + width;
        if (seen) return glfwSetWindowPos(handle(), frame.x, frame.y);
    }
}

void Window::use_screen(ScreenUse use) {
    const bool whole = glfwGetWindowMonitor(handle()) != nullptr;
    if (whole == (use == ScreenUse::whole)) return;
    if (use == ScreenUse::window) {
        glfwSetWindowMonitor(handle(), nullptr, x_, y_, width_, height_, GLFW_DONT_CARE);
        return;
    }
    glfwGetWindowPos(handle(), &x_, &y_);
    glfwGetWindowSize(handle(), &width_, &height_);
    GLFWmonitor* monitor = monitor_at(x_ + width_ / 2, y_ + height_ / 2);
    if (monitor == nullptr) return;
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    // A teacher who clicks on another screen wants the map to stay.
    glfwSetWindowAttrib(handle(), GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwSetWindowMonitor(handle(), monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::set_title(const std::string& title) {
    glfwSetWindowTitle(handle(), title.c_str());
}

WindowInput Window::wait(double seconds) {
    if (seconds > 0)
        glfwWaitEventsTimeout(seconds);
    else
        glfwPollEvents();
    return std::exchange(*input_, {});
}

void Window::swap() {
    glfwSwapBuffers(handle());
}
void Window::wake() {
    glfwPostEmptyEvent();
}

}  // namespace chronomap
