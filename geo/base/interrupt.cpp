#include "geo/base/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace chronomap {
namespace {

std::atomic<bool> noted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may write it");

struct sigaction old_interrupt, old_terminate;

void note(int) {
    noted = true;
}

}  // namespace

InterruptWatch::InterruptWatch() {
    noted = false;
    struct sigaction action = {};
    action.sa_handler = note;
    // The handler serves once: the second signal takes the default way.
    action.sa_flags = SA_RESETHAND | SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &old_interrupt);
    sigaction(SIGTERM, &action, &old_terminate);
}

InterruptWatch::~InterruptWatch() {
    sigaction(SIGINT, &old_interrupt, nullptr);
    sigaction(SIGTERM, &old_terminate, nullptr);
}

bool InterruptWatch::interrupted() {
    return noted;
}

}  // namespace chronomap
