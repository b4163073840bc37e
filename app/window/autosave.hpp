#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/state/app_state.hpp"
#include "app/window/recovery.hpp"
#include "app/window/save_job.hpp"

namespace chronomap {

/// Keeps unsaved work in a recovery file, a moment after it was done, and takes the file away when there is none.
class Autosave {
  public:
    /// `folder` of recovery files; empty: nothing is kept. `wake` as SaveJob's.
    Autosave(std::string folder, std::function<void()> wake) : folder_(std::move(folder)), job_(std::move(wake)) {}

    /// To be called in each turn of the loop.
    void follow(AppState& state);
    /// The work of this recovery file is in the state now: the file goes as soon as the work is kept anew.
    void take_over(std::string path) { taken_over_.push_back(std::move(path)); }
    /// The session ends as the user wished: nothing is left behind.
    void end();
    /// The session ends unasked: what is unsaved is left behind.
    void end_early(AppState& state);

    bool running() const { return job_.running(); }

  private:
    void take_note(AppState& state, const SaveJob::Outcome& outcome);
    bool begin(AppState& state);
    void forget();

    std::string folder_;
    std::optional<RecoveryFile> file_;
    bool written_ = false;      ///< the file is there
    bool failed_ = false;       ///< it cannot be written; told once
    std::optional<Work> kept_;  ///< what is in the file, or on its way there
    double changed_at_s_ = -1;  ///< when work was first seen to differ from it; negative: it does not
    double begun_at_s_ = 0;     ///< the last writing,
    double rest_until_s_ = 0;   ///< after which large projects are left alone for a while
    std::vector<std::string> taken_over_;
    SaveJob job_;  // last: it ends before what it uses
};

}  // namespace chronomap
