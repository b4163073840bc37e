#include "geo/base/ordered_work.hpp"

#include <utility>

namespace chronomap {
namespace {

/// Pieces under way for each thread: enough that a long piece at the front leaves the others work.
constexpr std::size_t pieces_per_thread = 8;

}  // namespace

OrderedWork::OrderedWork(unsigned threads) : threads_(threads) {
    if (threads_ > 1) pool_.emplace(threads_);
}

OrderedWork::~OrderedWork() = default;

bool OrderedWork::give(Work work) {
    if (!pool_) {
        stopped_ = stopped_ || !work()();
        return !stopped_;
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || thrown_ || pieces_.size() < threads_ * pieces_per_thread; });
    if (stopped_ || thrown_) return outcome();
    pieces_.push_back(std::make_unique<Piece>());
    Piece& piece = *pieces_.back();
    lock.unlock();
    pool_->submit([this, &piece, work = std::move(work)](const std::stop_token&) { run(piece, work); });
    return true;
}

void OrderedWork::run(Piece& piece, const Work& work) {
    Delivery delivery;
    std::exception_ptr thrown;
    try {
        delivery = work();
    } catch (...) {
        thrown = std::current_exception();
    }
    std::unique_lock lock(mutex_);
    if (thrown && !thrown_) thrown_ = thrown;
    piece.delivery = std::move(delivery);
    if (!delivering_) deliver(lock);
    changed_.notify_all();
}

void OrderedWork::deliver(std::unique_lock<std::mutex>& lock) {
    delivering_ = true;
    while (!pieces_.empty() && pieces_.front()->delivery) {
        const auto piece = std::move(pieces_.front());
        pieces_.pop_front();
        if (stopped_ || thrown_) continue;
        lock.unlock();
        bool more = true;
        std::exception_ptr thrown;
        try {
            more = (*piece->delivery)();
        } catch (...) {
            thrown = std::current_exception();
        }
        lock.lock();
        stopped_ = stopped_ || !more;
        if (thrown && !thrown_) thrown_ = thrown;
        changed_.notify_all();
    }
    delivering_ = false;
}

bool OrderedWork::finish() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return pieces_.empty() && !delivering_; });
    return outcome();
}

bool OrderedWork::outcome() {
    if (thrown_) std::rethrow_exception(thrown_);
    return !stopped_;
}

}  // namespace chronomap
