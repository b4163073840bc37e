#include "geo/base/worker_pool.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>

#include <doctest/doctest.h>

using chronomap::WorkerPool;

TEST_CASE("every task runs once and gives its result") {
    WorkerPool pool(3);
    std::vector<std::future<int>> results;
    for (int i = 0; i < 200; ++i) results.push_back(pool.submit([i](std::stop_token) { return i * i; }));
    for (int i = 0; i < 200; ++i) CHECK(results[i].get() == i * i);
}

TEST_CASE("an exception of a task comes out of its future, and the pool goes on") {
    WorkerPool pool(1);
    auto broken = pool.submit([](std::stop_token) -> int { throw std::runtime_error("broken"); });
    auto sound = pool.submit([](std::stop_token) { return 7; });
    CHECK_THROWS_AS(broken.get(), std::runtime_error);
    CHECK(sound.get() == 7);
}

TEST_CASE("cancelling stops the task that runs and drops those that wait; later ones run") {
    WorkerPool pool(1);
    std::atomic<bool> begun = false, waited_ran = false;
    auto running = pool.submit([&](std::stop_token stop) {
        begun = true;
        while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return true;
    });
    auto waiting = pool.submit([&](std::stop_token) { waited_ran = true; });
    while (!begun) std::this_thread::yield();
    pool.cancel_all();
    CHECK(running.get());
    CHECK_THROWS_AS(waiting.get(), std::future_error);
    CHECK(!waited_ran);
    CHECK(pool.submit([](std::stop_token stop) { return !stop.stop_requested(); }).get());
}

TEST_CASE("destroying a pool with work in hand ends promptly") {
    std::future<void> endless;
    {
        WorkerPool pool(2);
        endless = pool.submit([](std::stop_token stop) {
            while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        });
        for (int i = 0; i < 50; ++i) pool.submit([](std::stop_token) {});
    }
    CHECK(endless.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
}
