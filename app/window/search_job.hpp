#pragma once

#include <functional>
#include <future>
#include <stop_token>
#include <string>
#include <vector>

#include "app/state/app_state.hpp"
#include "geo/base/worker_pool.hpp"

namespace chronomap {

/// Searches on a thread of its own where there is too much to search between two frames.
class SearchJob {
  public:
    /// `wake` is called from the worker when something was found or all was looked at.
    explicit SearchJob(std::function<void()> wake) : wake_(std::move(wake)) {}

    /// To be called before each frame: takes what was found, gives up what is no longer asked for, begins what is.
    /// True when AppState::found is new.
    bool follow(AppState& state);
    bool running() const { return searching_.valid(); }

  private:
    std::function<void()> wake_;
    std::string words_;  ///< that are looked for
    EventSetPtr events_;
    std::stop_source stop_;
    std::future<std::vector<Found>> searching_;
    WorkerPool worker_{1};  // last: it ends before what it uses
};

}  // namespace chronomap
