#include "app/window/input_queue.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

using Kind = InputEvent::Kind;
using Action = InputEvent::Action;

InputEvent key(Action action, int code, const std::string& keys = "") {
    return {Kind::key, action, code, 0, 0, 0, 0, keys};
}
InputEvent character(char sign, const std::string& keys = "") {
    return {Kind::character, Action::press, sign, 0, 0, 0, 0, keys};
}
InputEvent button(Action action) {
    return {Kind::button, action, 0};
}
InputEvent move(double x) {
    return {Kind::move, Action::press, 0, 0, 0, x, 0};
}

/// The frames that it takes to see all: "press", "release", "move 3", "'a'" and so on, those of one frame joined.
std::vector<std::string> frames(InputQueue& queue) {
    std::vector<std::string> seen;
    while (!queue.empty()) {
        std::string frame;
        for (const InputEvent& event : queue.take()) {
            if (!frame.empty()) frame += ' ';
            if (event.kind == Kind::move) frame += "move" + std::to_string(static_cast<int>(event.x));
            if (event.kind == Kind::wheel) frame += "wheel";
            if (event.kind == Kind::character) frame += std::string("'") + static_cast<char>(event.code) + "'";
            if (event.kind == Kind::button) frame += event.action == Action::press ? "press" : "release";
            if (event.kind == Kind::key)
                frame += (event.action == Action::release ? "-" : event.action == Action::repeat ? "*" : "+") +
                         std::string(1, static_cast<char>(event.code));
        }
        seen.push_back(frame);
    }
    return seen;
}

using Frames = std::vector<std::string>;

}  // namespace

TEST_CASE("a key pressed and let go at once is down for a frame") {
    InputQueue queue;
    queue.add(key(Action::press, 'R', "Enter"));
    queue.add(key(Action::release, 'R'));
    CHECK(frames(queue) == Frames{"+R", "-R"});
}

TEST_CASE("a click is seen where it was made, and a drag before it ends") {
    InputQueue queue;
    for (const InputEvent& event :
         {move(1), move(2), button(Action::press), move(3), move(4), button(Action::release), move(5)})
        queue.add(event);
    CHECK(frames(queue) == Frames{"move2 press", "move4", "release", "move5"});
}

TEST_CASE("words typed after a click come after it") {
    InputQueue queue;
    queue.add(button(Action::press));
    queue.add(button(Action::release));
    queue.add(key(Action::press, '1'));
    queue.add(character('1', "1"));
    queue.add(key(Action::release, '1'));
    queue.add(key(Action::press, '9'));
    queue.add(character('9', "9"));
    CHECK(frames(queue) == Frames{"press", "release", "+1 '1'", "-1 +9 '9'"});
}

TEST_CASE("a key that is held repeats its command as often as it came") {
    InputQueue queue;
    queue.add(key(Action::press, 'R', "Right"));
    for (int i = 0; i < 3; ++i) queue.add(key(Action::repeat, 'R', "Right"));
    queue.add(key(Action::press, 'L', "Left"));
    CHECK(frames(queue) == Frames{"+R *R *R *R", "+L"});
}

TEST_CASE("what is typed after a command that may open a field waits for a frame") {
    InputQueue queue;
    queue.add(character('/', "/"));
    queue.add(key(Action::press, 'A', "A"));
    queue.add(character('a'));
    CHECK(queue.take().size() == 1);
    CHECK(queue.take(AfterCommand::let_it_settle).empty());
    CHECK_FALSE(queue.empty());
    CHECK(queue.take().size() == 2);
    CHECK(queue.empty());
    // The same key again does not wait.
    queue.add(key(Action::press, 'A', "A"));
    CHECK(queue.take(AfterCommand::let_it_settle).size() == 1);
}

TEST_CASE("a click elsewhere waits until what the last click opened is there") {
    InputQueue queue;
    for (const InputEvent& event : {button(Action::press), button(Action::release), move(9), button(Action::press)})
        queue.add(event);
    CHECK(frames(queue) == Frames{"press", "release", "move9", "", "press"});
    // A double click does not.
    InputQueue twice;
    for (int i = 0; i < 2; ++i) {
        twice.add(button(Action::press));
        twice.add(button(Action::release));
    }
    CHECK(frames(twice) == Frames{"press", "release", "press", "release"});
}
