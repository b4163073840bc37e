#include "app/commands/command.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("a command line is split at blanks, and quotes hold words together") {
    CHECK(parse_command("time.set 1993").value() == Command{"time.set", {"1993"}});
    CHECK(parse_command("  file.open \"two words.txt\" 'it''s' ").value() ==
          Command{"file.open", {"two words.txt", "its"}});
    CHECK(parse_command("export.title \"\"").value() == Command{"export.title", {""}});
    CHECK(parse_command("a b\\ c").value() == Command{"a", {"b c"}});
}

TEST_CASE("empty lines and comments give no command") {
    CHECK(parse_command("").value().name.empty());
    CHECK(parse_command("   # time.set 1993").value().name.empty());
    CHECK(parse_command("quit # at last").value() == Command{"quit", {}});
}

TEST_CASE("a quotation mark that is not closed is an error") {
    CHECK_FALSE(parse_command("file.open \"a b"));
}

TEST_CASE("to_line writes what parse_command reads") {
    const Command command{"file.open", {"plain", "two words", "quote\" and \\", ""}};
    CHECK(parse_command(to_line(command)).value() == command);
}

TEST_CASE("an unknown command names the nearest one") {
    AppState state;
    const auto done = all_commands().run_line(state, "time.sett 1993");
    REQUIRE_FALSE(done);
    CHECK(done.error().text().find("did you mean \"time.set\"?") != std::string::npos);
}

TEST_CASE("a wrong number of arguments is told with the way it is written") {
    AppState state;
    const auto none = all_commands().run_line(state, "view.pan 3");
    REQUIRE_FALSE(none);
    CHECK(none.error().text().find("view.pan DX DY") != std::string::npos);
    CHECK_FALSE(all_commands().run_line(state, "quit now"));
}

TEST_CASE("help lists every command with its arguments") {
    const CommandRegistry registry = all_commands();
    const std::string help = registry.help_text();
    CHECK(registry.specs().size() >= 30);
    for (const CommandSpec& spec : registry.specs()) {
        CHECK(help.find("  " + spec.name) != std::string::npos);
        CHECK_FALSE(spec.help.empty());
    }
}
