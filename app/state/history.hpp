#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/state/edits.hpp"

namespace chronomap {

using EditsPtr = std::shared_ptr<const Edits>;

/// The edits as they are, and the way back and forth between what they were. Values are immutable and shared, so that a
/// step costs only what it changed.
class History {
  public:
    History();

    const Edits& current() const { return *steps_[at_].edits; }
    EditsPtr current_ptr() const { return steps_[at_].edits; }

    /// Makes `next` the current edits; what was undone before is gone. Nothing happens when nothing changed.
    /// `what` says what was done, for menus: "name a stop".
    void record(std::string what, Edits next);
    /// One step back or forward; false when there is none.
    bool undo();
    bool redo();
    /// What undo and redo would step over; empty when there is nothing.
    std::string undoable() const { return at_ > 0 ? steps_[at_].what : std::string{}; }
    std::string redoable() const { return at_ + 1 < steps_.size() ? steps_[at_ + 1].what : std::string{}; }

    /// Begins anew with the edits of a project, or with none.
    void reset(Edits edits = {});

  private:
    struct Step {
        std::string what;
        EditsPtr edits;
    };
    std::vector<Step> steps_;  ///< never empty
    std::size_t at_ = 0;       ///< the current one
};

}  // namespace chronomap
