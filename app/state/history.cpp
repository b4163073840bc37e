#include "app/state/history.hpp"

#include <utility>

namespace chronomap {

namespace {

/// Steps that are kept; the oldest go first.
constexpr std::size_t most_steps = 5000;

}  // namespace

History::History() {
    reset();
}

void History::record(std::string what, Edits next) {
    if (next == current()) return;
    steps_.resize(at_ + 1);
    steps_.push_back({std::move(what), std::make_shared<const Edits>(std::move(next))});
    if (steps_.size() > most_steps) steps_.erase(steps_.begin());
    at_ = steps_.size() - 1;
}

bool History::undo() {
    if (at_ == 0) return false;
    --at_;
    return true;
}

bool History::redo() {
    if (at_ + 1 == steps_.size()) return false;
    ++at_;
    return true;
}

void History::reset(Edits edits) {
    steps_.assign(1, {{}, std::make_shared<const Edits>(std::move(edits))});
    at_ = 0;
}

}  // namespace chronomap
