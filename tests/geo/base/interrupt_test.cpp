#include "geo/base/interrupt.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <initializer_list>

using namespace chronomap;

TEST_CASE("a watch notes the first signal, and a new watch begins afresh") {
    for (const int signal : {SIGINT, SIGTERM}) {
        const InterruptWatch watch;
        CHECK(!InterruptWatch::interrupted());
        std::raise(signal);
        CHECK(InterruptWatch::interrupted());
    }
}
