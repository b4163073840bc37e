#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "geo/base/worker_pool.hpp"

namespace chronomap {

/// Work done by several threads whose results are delivered one at a time in the order in which it was given. A result
/// is delivered as soon as those before it are, by whichever thread has it; no more than a few pieces are held at once.
class OrderedWork {
  public:
    /// Delivers one result; false: no more is wanted.
    using Delivery = std::function<bool()>;
    /// Runs on any thread.
    using Work = std::function<Delivery()>;

    /// One thread: everything is done by the caller's, at once.
    explicit OrderedWork(unsigned threads);
    /// Waits for what runs.
    ~OrderedWork();
    OrderedWork(const OrderedWork&) = delete;
    OrderedWork& operator=(const OrderedWork&) = delete;

    /// Waits while enough is under way. False, and nothing is done, once a delivery wanted no more. Throws what work or
    /// a delivery threw.
    bool give(Work work);
    /// Waits until all is delivered. False when a delivery wanted no more. Throws as `give`.
    bool finish();

  private:
    struct Piece {
        std::optional<Delivery> delivery;  ///< when the work is done
    };

    void run(Piece& piece, const Work& work);
    /// Delivers what is ready at the front. Called with the lock held; lets go of it for each delivery.
    void deliver(std::unique_lock<std::mutex>& lock);
    bool outcome();

    unsigned threads_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::unique_ptr<Piece>> pieces_;  ///< given and not yet delivered, in order
    bool delivering_ = false;
    bool stopped_ = false;
    std::exception_ptr thrown_;
    std::optional<WorkerPool> pool_;  // last: its threads end before what they use
};

}  // namespace chronomap
