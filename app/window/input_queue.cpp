#include "app/window/input_queue.hpp"

#include <algorithm>

namespace chronomap {

namespace {

using Kind = InputEvent::Kind;
using Action = InputEvent::Action;

/// What a frame has been given so far.
struct Given {
    bool move = false, button = false, wheel = false, keys = false;
    std::vector<int> keys_changed, buttons_changed;
    std::string last_keys;

    /// Whether a frame can still tell `event` from what it was given.
    bool can_take(const InputEvent& event) const {
        const auto changed = [&](const std::vector<int>& codes) {
            return std::ranges::find(codes, event.code) != codes.end();
        };
        switch (event.kind) {
            case Kind::move:
                return !button && !wheel && !keys;
            case Kind::button:
                // What is dragged is let go a frame after it was dragged there.
                return !changed(buttons_changed) && !wheel && !keys && !(move && event.action == Action::release);
            case Kind::wheel:
                return !button && !keys;
            case Kind::key:
                if (button || wheel) return false;
                if (event.action == Action::repeat) return event.keys.empty() || event.keys == last_keys;
                return !changed(keys_changed) && (event.keys.empty() || last_keys.empty());
            case Kind::character:
                // It follows its own key.
                return !button && !wheel && (event.keys.empty() || last_keys.empty() || event.keys == last_keys);
            case Kind::enter:
            case Kind::focus:
                return !button && !keys;
        }
        return true;
    }

    void add(const InputEvent& event) {
        if (event.kind == Kind::button) {
            button = true;
            buttons_changed.push_back(event.code);
        }
        move |= event.kind == Kind::move;
        wheel |= event.kind == Kind::wheel;
        if (event.kind == Kind::key || event.kind == Kind::character) keys = true;
        if (event.kind == Kind::key && event.action != Action::repeat) keys_changed.push_back(event.code);
        if (!event.keys.empty()) last_keys = event.keys;
    }
};

}  // namespace

void InputQueue::add(InputEvent event) {
    // Where the mouse was on its way does not matter.
    if (event.kind == Kind::move && !waiting_.empty() && waiting_.back().kind == Kind::move) waiting_.pop_back();
    waiting_.push_back(std::move(event));
}

bool InputQueue::waits(const InputEvent& event) const {
    // A menu is drawn in the frame after the click that opens it, and takes clicks in the one after that. Clicks on the
    // same point are double clicks.
    constexpr int frames = 3;
    return event.kind == Kind::button && event.action == Action::press && moved_since_click_ &&
           frames_since_click_ < frames;
}

std::vector<InputEvent> InputQueue::take(AfterCommand after) {
    std::vector<InputEvent> taken;
    if (frames_since_click_ < 100) ++frames_since_click_;
    Given given;
    while (!waiting_.empty() && given.can_take(waiting_.front()) && !waits(waiting_.front())) {
        const InputEvent& next = waiting_.front();
        const bool types = next.kind == Kind::character || !next.keys.empty();
        if (after == AfterCommand::let_it_settle && types && next.keys != last_keys_) break;
        given.add(next);
        if (!next.keys.empty()) last_keys_ = next.keys;
        if (next.kind == Kind::move) moved_since_click_ = true;
        if (next.kind == Kind::button && next.action == Action::release) {
            frames_since_click_ = 0;
            moved_since_click_ = false;
        }
        taken.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    return taken;
}

}  // namespace chronomap
