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

/// What a key is called in key_bindings(); empty where it comes as a character, or has no name.
std::string keys_of(int key, int scancode, int mods) {
    std::string name;
    const bool held = (mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER | GLFW_MOD_ALT)) != 0;
    if (const char* known = name_of_key(key)) {
        name = known;
    } else if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) {
        name = "F" + std::to_string(key - GLFW_KEY_F1 + 1);
    } else if (const char* printed = glfwGetKeyName(key, scancode); printed != nullptr && std::strlen(printed) == 1) {
        // Letters come by key, so that Ctrl+O is Ctrl+O; other signs come as characters, whatever keys make them,
        // unless a key is held that lets them make none.
        if (std::isalpha(static_cast<unsigned char>(printed[0])) == 0 && !held) return {};
        name = static_cast<char>(std::toupper(static_cast<unsigned char>(printed[0])));
    }
    if (name.empty()) return {};
    if ((mods & GLFW_MOD_SHIFT) != 0) name = "Shift+" + name;
    if ((mods & GLFW_MOD_ALT) != 0) name = "Alt+" + name;
    if ((mods & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0) name = "Ctrl+" + name;
    return name;
}

InputEvent::Action action_of(int action) {
    return action == GLFW_RELEASE  ? InputEvent::Action::release
           : action == GLFW_REPEAT ? InputEvent::Action::repeat
                                   : InputEvent::Action::press;
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

/// How long a window system may take to give a window the size that it is asked for.
constexpr double most_seconds_to_resize = 3;

}  // namespace

struct Window::Input {
    InputQueue queue;
    std::vector<std::string> dropped;
    bool any = false;
};

/// What GLFW calls.
struct Window::Callbacks {
    using Kind = InputEvent::Kind;

    static Input& input_of(GLFWwindow* window) {
        Input& input = *static_cast<Input*>(glfwGetWindowUserPointer(window));
        input.any = true;
        return input;
    }
    static void key(GLFWwindow* window, int key, int scancode, int action, int mods) {
        InputEvent event{Kind::key, action_of(action), key, scancode, mods};
        if (action != GLFW_RELEASE) event.keys = keys_of(key, scancode, mods);
        input_of(window).queue.add(std::move(event));
    }
    static void character(GLFWwindow* window, unsigned code) {
        InputEvent event{Kind::character, InputEvent::Action::press, static_cast<int>(code)};
        if (code > ' ' && code < 0x7F && std::isalpha(static_cast<int>(code)) == 0)
            event.keys = static_cast<char>(code);
        input_of(window).queue.add(std::move(event));
    }
    static void button(GLFWwindow* window, int button, int action, int mods) {
        input_of(window).queue.add({Kind::button, action_of(action), button, 0, mods});
    }
    static void move(GLFWwindow* window, double x, double y) {
        input_of(window).queue.add({Kind::move, InputEvent::Action::press, 0, 0, 0, x, y});
    }
    static void wheel(GLFWwindow* window, double x, double y) {
        input_of(window).queue.add({Kind::wheel, InputEvent::Action::press, 0, 0, 0, x, y});
    }
    static void enter(GLFWwindow* window, int entered) {
        double x = 0, y = 0;
        glfwGetCursorPos(window, &x, &y);
        input_of(window).queue.add({Kind::enter, InputEvent::Action::press, entered, 0, 0, x, y});
    }
    static void focus(GLFWwindow* window, int focused) {
        input_of(window).queue.add({Kind::focus, InputEvent::Action::press, focused});
    }
    static void drop(GLFWwindow* window, int count, const char** paths) {
        Input& input = input_of(window);
        for (int i = 0; i < count; ++i) input.dropped.emplace_back(paths[i]);
    }
};

Window::Window(GLFWwindow* handle) : handle_(handle), input_(std::make_unique<Input>()) {
    glfwSetWindowUserPointer(handle, input_.get());
    glfwSetKeyCallback(handle, Callbacks::key);
    glfwSetCharCallback(handle, Callbacks::character);
    glfwSetMouseButtonCallback(handle, Callbacks::button);
    glfwSetCursorPosCallback(handle, Callbacks::move);
    glfwSetScrollCallback(handle, Callbacks::wheel);
    glfwSetCursorEnterCallback(handle, Callbacks::enter);
    glfwSetWindowFocusCallback(handle, Callbacks::focus);
    glfwSetDropCallback(handle, Callbacks::drop);
    glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* w, int, int) { Callbacks::input_of(w); });
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* w) { Callbacks::input_of(w); });
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
    asked_ = {width, height};
    asked_until_s_ = glfwGetTime() + most_seconds_to_resize;
}

bool Window::has_size_asked_for() {
    if (asked_.width == 0) return true;
    int width = 0, height = 0;
    glfwGetWindowSize(handle(), &width, &height);
    const bool done = (width == asked_.width && height == asked_.height) || glfwGetTime() > asked_until_s_;
    if (done) asked_ = {};
    return done;
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
    asked_until_s_ = glfwGetTime() + most_seconds_to_resize;
    if (use == ScreenUse::window) {
        asked_ = {width_, height_};
        glfwSetWindowMonitor(handle(), nullptr, x_, y_, width_, height_, GLFW_DONT_CARE);
        return;
    }
    glfwGetWindowPos(handle(), &x_, &y_);
    glfwGetWindowSize(handle(), &width_, &height_);
    GLFWmonitor* monitor = monitor_at(x_ + width_ / 2, y_ + height_ / 2);
    if (monitor == nullptr) return;
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    asked_ = {mode->width, mode->height};
    // A teacher who clicks on another screen wants the map to stay.
    glfwSetWindowAttrib(handle(), GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwSetWindowMonitor(handle(), monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

std::string Window::clipboard_text() const {
    const char* text = glfwGetClipboardString(handle());
    return text == nullptr ? std::string{} : text;
}
void Window::set_clipboard_text(const std::string& text) {
    glfwSetClipboardString(handle(), text.c_str());
}

void Window::set_title(const std::string& title) {
    glfwSetWindowTitle(handle(), title.c_str());
}

WindowInput Window::wait(double seconds, AfterCommand after) {
    if (seconds > 0 && input_->queue.empty())
        glfwWaitEventsTimeout(seconds);
    else
        glfwPollEvents();
    WindowInput input;
    input.events = input_->queue.take(after);
    input.dropped = std::exchange(input_->dropped, {});
    input.any = std::exchange(input_->any, false) || !input.events.empty() || has_input_left();
    return input;
}

bool Window::has_input_left() const {
    return !input_->queue.empty();
}

void Window::swap() {
    glfwSwapBuffers(handle());
}
void Window::wake() {
    glfwPostEmptyEvent();
}

}  // namespace chronomap
