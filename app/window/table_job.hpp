#pragma once

#include <functional>
#include <future>
#include <stop_token>

#include "app/state/event_table.hpp"
#include "geo/base/worker_pool.hpp"

namespace chronomap {

/// Sorts the event table on a thread of its own where that takes longer than a frame may.
class TableJob {
  public:
    /// `wake` is called from the worker when the order is ready.
    explicit TableJob(std::function<void()> wake) : wake_(std::move(wake)) {}

    /// To be called before each frame: takes what is ready, and begins what is wanted. True when the order is a new one.
    bool follow(AppState& state);
    bool running() const { return sorting_.valid(); }

  private:
    std::function<void()> wake_;
    EventSetPtr events_;  ///< of the order that is worked out
    TableSort sort_;
    std::stop_source stop_;
    std::future<TableOrderPtr> sorting_;
    WorkerPool worker_{1};  // last: it ends before what it uses
};

}  // namespace chronomap
