#include "app/commands/script.hpp"

#include <doctest/doctest.h>

#include "app/state/time_steps.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;

TEST_CASE("a script runs line by line") {
    AppState state = test::state_with_story();
    const CommandRegistry registry = all_commands();
    ScriptRunner runner(parse_script("# years\ntime.set 1993\n\ntime.mode until\n", "s.txt", registry).value());
    CHECK(runner.advance(state, registry));
    CHECK(runner.finished());
    CHECK(caption_of(state.time) == "until 1993");
}

TEST_CASE("a script waits for frames, files and pictures before it goes on") {
    AppState state = test::state_with_story();
    const CommandRegistry registry = all_commands();
    ScriptRunner runner(
        parse_script("wait.frames 2\ntime.set 1993\nexport.snapshot a.png\nquit", "s.txt", registry).value());
    CHECK(runner.advance(state, registry));
    CHECK_FALSE(edtf_from_span(state.time.span).text() == "1993");
    state.requests.wait_frames = 0;
    CHECK(runner.advance(state, registry));
    CHECK(edtf_from_span(state.time.span).text() == "1993");
    CHECK_FALSE(state.requests.quit);
    state.requests.exports.clear();
    CHECK(runner.advance(state, registry));
    CHECK(state.requests.quit);
}

TEST_CASE("errors of a script name file and line") {
    const CommandRegistry registry = all_commands();
    CHECK(parse_script("quit\nfly.away", "s.txt", registry).error().text().starts_with("s.txt:2: "));
    CHECK(parse_script("quit \"", "s.txt", registry).error().text().starts_with("s.txt:1: "));
    CHECK_FALSE(read_script("/nowhere/s.txt", registry));

    AppState state = test::state_with_story();
    ScriptRunner runner(parse_script("time.set 1993\n\ntime.set someday\nquit", "s.txt", registry).value());
    const auto ran = runner.advance(state, registry);
    REQUIRE_FALSE(ran);
    CHECK(ran.error().text().starts_with("s.txt:3: "));
    CHECK(runner.finished());
    CHECK_FALSE(state.requests.quit);
}
