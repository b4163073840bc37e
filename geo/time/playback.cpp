#include "geo/time/playback.hpp"

#include <algorithm>

namespace chronomap {

void Playback::set_count(int count) {
    count_ = std::max(count, 0);
    position_ = std::clamp(position_, 0, std::max(count_ - 1, 0));
    if (count_ == 0) playing_ = false;
}

void Playback::set_steps_per_second(double speed) {
    steps_per_second_ = std::clamp(speed, 0.05, 60.0);
}

void Playback::set_dwell(double seconds) {
    dwell_ = std::max(seconds, 0.0);
}

void Playback::play() {
    if (count_ == 0) return;
    const int last = direction_ == PlaybackDirection::forward ? count_ - 1 : 0;
    if (position_ == last) position_ = count_ - 1 - last;
    elapsed_ = 0;
    playing_ = true;
}

void Playback::go_to(int position) {
    position_ = std::clamp(position, 0, std::max(count_ - 1, 0));
    elapsed_ = 0;
}

bool Playback::advance() {
    const int next = position_ + static_cast<int>(direction_);
    if (next >= 0 && next < count_) {
        position_ = next;
        return true;
    }
    if (loop_ == PlaybackLoop::off || count_ == 1) {
        playing_ = false;
        elapsed_ = 0;
        return false;
    }
    position_ = direction_ == PlaybackDirection::forward ? 0 : count_ - 1;
    return true;
}

}  // namespace chronomap
