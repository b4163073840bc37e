#pragma once

#include <functional>
#include <future>

#include "app/state/app_state.hpp"
#include "geo/base/worker_pool.hpp"
#include "render/scene/relief.hpp"

namespace chronomap {

/// Makes the relief of the view on a thread of its own: the map shows the old one, moved, until the new one is there.
class ReliefJob {
  public:
    /// `wake` is called from the worker when a relief is ready.
    explicit ReliefJob(std::function<void()> wake) : wake_(std::move(wake)) {}

    /// To be called before each frame: takes what is ready, and begins anew when the view has left what there is. A
    /// raster that cannot be read is told once and let go. True when the map has changed.
    bool follow(AppState& state);

  private:
    std::function<void()> wake_;
    std::string path_;  ///< of the relief that is being made
    std::future<Result<ReliefPtr>> making_;
    WorkerPool worker_{1};  // last: it ends before what it uses
};

}  // namespace chronomap
