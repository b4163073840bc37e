#include "geo/base/worker_pool.hpp"

#include <algorithm>

namespace chronomap {

WorkerPool::WorkerPool(unsigned threads) {
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    threads_.reserve(threads);
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this](const std::stop_token& quit) { work(quit); });
}

WorkerPool::~WorkerPool() {
    cancel_all();
    for (std::jthread& thread : threads_) thread.request_stop();
}

void WorkerPool::cancel_all() {
    std::deque<Job> dropped;  // their destructors run outside the lock
    {
        const std::lock_guard lock(mutex_);
        running_.request_stop();
        running_ = std::stop_source();
        dropped.swap(waiting_);
    }
}

void WorkerPool::push(Job job) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(job));
    }
    wake_.notify_one();
}

void WorkerPool::work(const std::stop_token& quit) {
    while (true) {
        Job job;
        std::stop_token stop;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, quit, [this] { return !waiting_.empty(); })) return;
            job = std::move(waiting_.front());
            waiting_.pop_front();
            stop = running_.get_token();
        }
        job(stop);
    }
}

}  // namespace chronomap
