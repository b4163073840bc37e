#pragma once

namespace chronomap {

/// While one lives, the first Ctrl-C (SIGINT) or SIGTERM is noted rather than deadly, so that work can stop in good
/// order; the second one ends the program at once. One at a time; the old handlers come back with its end.
class InterruptWatch {
  public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    /// True since the first signal that came in this watch's life; from any thread.
    static bool interrupted();
};

}  // namespace chronomap
