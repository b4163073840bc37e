#include "app/cli/terminal_progress.hpp"

#include <doctest/doctest.h>

#include <csignal>

using namespace chronomap;

TEST_CASE("time left is told in words that fit its length") {
    CHECK(words_of_duration(0.2) == "0 s");
    CHECK(words_of_duration(59) == "59 s");
    CHECK(words_of_duration(130) == "2 min 10 s");
    CHECK(words_of_duration(3900) == "1 h 5 min");
}

TEST_CASE("Ctrl-C asks the work to stop") {
    TerminalProgress terminal("Writing");
    const Progress progress = terminal.progress();
    CHECK(progress(0.1));
    std::raise(SIGINT);
    CHECK(!progress(0.2));
}
