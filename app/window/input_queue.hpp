#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace chronomap {

/// Something that the user did with keys or mouse, in the window system's numbers.
struct InputEvent {
    enum class Kind : std::uint8_t { key, character, button, move, wheel, enter, focus } kind = Kind::move;
    enum class Action : std::uint8_t { release, press, repeat } action = Action::press;
    int code = 0;  ///< of the key, character or button; of enter and focus: 1 came, 0 left
    int scancode = 0, mods = 0;
    double x = 0, y = 0;  ///< of move and enter: where to; of wheel: how far
    std::string keys{};   ///< "Ctrl+Right", "F", "+", as in key_bindings(); empty: none
};

/// What follows on keys that ran a command.
enum class AfterCommand : std::uint8_t {
    nothing,
    let_it_settle  ///< the command may have given a field the keys: others wait for a frame
};

/// What came in and has not been taken yet. A slow frame may have a key pressed and let go at once, or a click and the
/// words typed after it; panels see the state of one moment a frame, so that they would miss the one and take the
/// other for commands. This gives each frame as much as it can tell apart, in order.
class InputQueue {
  public:
    void add(InputEvent event);
    bool empty() const { return waiting_.empty(); }
    /// What the next frame is to see. May be empty while something waits: it is the next frame's turn then.
    std::vector<InputEvent> take(AfterCommand after = AfterCommand::nothing);

  private:
    /// True for a press that has to wait: the last click may have opened what it is meant for.
    bool waits(const InputEvent& event) const;

    std::deque<InputEvent> waiting_;
    int frames_since_click_ = 100;
    bool moved_since_click_ = false;
    std::string last_keys_;
};

}  // namespace chronomap
