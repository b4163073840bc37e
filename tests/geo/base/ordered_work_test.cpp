#include "geo/base/ordered_work.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace chronomap;

TEST_CASE("what several threads do is delivered in the order in which it was given") {
    for (const unsigned threads : {1u, 2u, 5u}) {
        std::vector<int> delivered;
        OrderedWork work(threads);
        for (int i = 0; i < 200; ++i)
            REQUIRE(work.give([i, &delivered]() -> OrderedWork::Delivery {
                // The earlier pieces take longer.
                std::this_thread::sleep_for(std::chrono::microseconds(i % 7 == 0 ? 800 : 10));
                return [i, &delivered] {
                    delivered.push_back(i);
                    return true;
                };
            }));
        CHECK(work.finish());
        std::vector<int> all(200);
        std::iota(all.begin(), all.end(), 0);
        CHECK(delivered == all);
    }
}

TEST_CASE("work ends after the delivery that wants no more") {
    for (const unsigned threads : {1u, 3u}) {
        int delivered = 0;
        OrderedWork work(threads);
        int given = 0;
        while (given < 10000 &&
               work.give([&delivered]() -> OrderedWork::Delivery { return [&delivered] { return ++delivered < 5; }; }))
            ++given;
        CHECK_FALSE(work.finish());
        CHECK(delivered == 5);
        CHECK(given < 10000);
    }
}

TEST_CASE("what work or a delivery throws reaches the one who gives it") {
    for (const unsigned threads : {1u, 3u}) {
        const auto run = [threads](const OrderedWork::Work& bad) {
            OrderedWork work(threads);
            for (int i = 0; i < 100; ++i)
                if (!work.give(i == 7 ? bad : [] { return OrderedWork::Delivery([] { return true; }); })) return;
            work.finish();
        };
        CHECK_THROWS_AS(run([]() -> OrderedWork::Delivery { throw std::runtime_error("work"); }), std::runtime_error);
        CHECK_THROWS_AS(run([] { return OrderedWork::Delivery([]() -> bool { throw std::runtime_error("it"); }); }),
                        std::runtime_error);
    }
}
