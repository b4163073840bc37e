#pragma once

#include <cstdint>

namespace chronomap {

enum class PlaybackLoop : std::uint8_t { off, all };
enum class PlaybackDirection : std::int8_t { backward = -1, forward = 1 };

/// Plays through a row of `count` steps (see plan_playback) as a state machine of its own: it knows no window and no
/// clock, only the seconds it is told. `position` is in [0, count); playing over nothing stays at 0 and stops.
class Playback {
  public:
    /// Steps there are to play; the position is kept within them.
    void set_count(int count);
    void set_steps_per_second(double speed);  ///< within [0.05, 60]
    /// Seconds to stay on a step that is a stop, in addition to the step's own time.
    void set_dwell(double seconds);
    void set_loop(PlaybackLoop loop) { loop_ = loop; }
    void set_direction(PlaybackDirection direction) { direction_ = direction; }

    /// From the last step, playing forward begins anew at the first (and the other way round).
    void play();
    void pause() { playing_ = false; }
    void toggle() { playing_ ? pause() : play(); }
    void go_to(int position);

    /// `seconds` have passed; `is_stop` tells whether a position is a stop. Time is what counts, not calls: a long gap
    /// moves several steps. Returns how many steps were made.
    template <class IsStop>
    int tick(double seconds, IsStop is_stop) {
        int made = 0;
        elapsed_ += playing_ && seconds > 0 ? seconds : 0;
        while (playing_ && elapsed_ >= time_on(is_stop(position_))) {
            elapsed_ -= time_on(is_stop(position_));
            if (!advance()) break;
            ++made;
        }
        return made;
    }
    int tick(double seconds) {
        return tick(seconds, [](int) { return false; });
    }

    bool playing() const { return playing_; }
    int position() const { return position_; }
    int count() const { return count_; }
    PlaybackLoop loop() const { return loop_; }
    PlaybackDirection direction() const { return direction_; }
    double steps_per_second() const { return steps_per_second_; }
    double dwell() const { return dwell_; }
    /// Until the step that is shown has had its time; `stop` tells whether it is a stop.
    double seconds_left(bool stop) const { return time_on(stop) - elapsed_; }

  private:
    double time_on(bool stop) const { return 1.0 / steps_per_second_ + (stop ? dwell_ : 0); }
    bool advance();

    int count_ = 0;
    int position_ = 0;
    bool playing_ = false;
    double elapsed_ = 0;
    double steps_per_second_ = 1;
    double dwell_ = 0;
    PlaybackLoop loop_ = PlaybackLoop::off;
    PlaybackDirection direction_ = PlaybackDirection::forward;
};

}  // namespace chronomap
