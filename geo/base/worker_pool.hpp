#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <vector>

namespace chronomap {

/// Threads that run tasks in the order in which they came: import, extraction, meshing as pure functions. Thread-safe.
/// A task takes a std::stop_token and should return early when a stop is requested. The destructor requests a stop of
/// what runs, drops what has not begun (its future then has a broken promise) and waits.
class WorkerPool {
  public:
    /// 0 threads: one for each core, at least one.
    explicit WorkerPool(unsigned threads = 0);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Runs `task(stop_token)` on a worker; the future has its result or the exception it threw.
    template <class Task>
    auto submit(Task task) {
        using Value = std::invoke_result_t<Task, std::stop_token>;
        auto packaged = std::make_shared<std::packaged_task<Value(std::stop_token)>>(std::move(task));
        auto future = packaged->get_future();
        push([packaged](std::stop_token stop) { (*packaged)(std::move(stop)); });
        return future;
    }
    /// Requests a stop of the tasks that run and drops those that wait. Tasks submitted later run as usual.
    void cancel_all();
    unsigned thread_count() const { return static_cast<unsigned>(threads_.size()); }

  private:
    using Job = std::function<void(std::stop_token)>;
    void push(Job job);
    void work(const std::stop_token& quit);

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Job> waiting_;
    std::stop_source running_;           // replaced at each cancel_all
    std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace chronomap
