#include "app/cli/terminal_progress.hpp"

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace chronomap {
namespace {

/// The line changes at most so often.
constexpr std::chrono::milliseconds pause{100};
/// What is done sooner needs no line.
constexpr std::chrono::milliseconds patience{600};

}  // namespace

std::string words_of_duration(double seconds) {
    const long whole = std::lround(std::max(0.0, seconds));
    if (whole < 60) return std::to_string(whole) + " s";
    if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

TerminalProgress::TerminalProgress(std::string what)
    : what_(std::move(what)), on_terminal_(isatty(STDERR_FILENO) == 1), begun_(Clock::now()), shown_(begun_) {}

TerminalProgress::~TerminalProgress() {
    if (line_is_there_) std::fprintf(stderr, "\r\033[K");
}

Progress TerminalProgress::progress() {
    return [this](double share) {
        show(share);
        return !InterruptWatch::interrupted();
    };
}

bool TerminalProgress::tell(const std::string& done) {
    if (due()) {
        std::fprintf(stderr, "\r\033[K%s: %s (Ctrl-C stops)", what_.c_str(), done.c_str());
        std::fflush(stderr);
    }
    return !InterruptWatch::interrupted();
}

bool TerminalProgress::due() {
    const auto now = Clock::now();
    if (!on_terminal_ || now - begun_ < patience || now - shown_ < pause) return false;
    shown_ = now;
    return line_is_there_ = true;
}

void TerminalProgress::show(double share) {
    if (!due()) return;
    const double passed = std::chrono::duration<double>(shown_ - begun_).count();
    const std::string left = share > 0.01 ? ", " + words_of_duration(passed * (1 - share) / share) + " left" : "";
    std::fprintf(stderr, "\r\033[K%s: %.0f %%%s (Ctrl-C stops)", what_.c_str(), 100 * share, left.c_str());
    std::fflush(stderr);
}

}  // namespace chronomap
