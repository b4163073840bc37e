#pragma once

#include <chrono>
#include <string>

#include "geo/base/interrupt.hpp"
#include "geo/base/progress.hpp"

namespace chronomap {

/// "45 %, 12 s left" on standard error where that is a terminal, on one line that is gone at the end. While one lives,
/// Ctrl-C asks the work to stop.
class TerminalProgress {
  public:
    /// `what` is done: "Writing map.mp4".
    explicit TerminalProgress(std::string what);
    ~TerminalProgress();
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;

    /// Good for the life of this object.
    Progress progress();

    /// For work whose end is not known: `done` says how far it is, "1,200 articles". False once it is to stop.
    bool tell(const std::string& done);

  private:
    void show(double share);
    /// True where a line may be written now.
    bool due();

    using Clock = std::chrono::steady_clock;
    InterruptWatch watch_;
    std::string what_;
    bool on_terminal_;
    Clock::time_point begun_, shown_;
    bool line_is_there_ = false;
};

/// "4 s", "2 min 10 s", "1 h 5 min"; rounded, for a time that is still to pass.
std::string words_of_duration(double seconds);

}  // namespace chronomap
