#include "app/settings/user_settings.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "app/commands/command.hpp"
#include "app/commands/key_bindings.hpp"

using namespace chronomap;

namespace {

ReadSettings parsed(std::string_view text) {
    return parse_settings(text, "settings.json", all_commands());
}

}  // namespace

TEST_CASE("a key of the user's runs the user's command, and an empty command frees it") {
    const ReadSettings read = parsed(R"({
  // comments are allowed
  "keys": { "ctrl+right": "time.step 1 year", "X": "stop.add \"A day\"", "f": "" }
})");
    CHECK(read.problems.empty());
    CHECK(command_for_keys("Ctrl+Right", read.settings) == "time.step 1 year");
    CHECK(command_for_keys("X", read.settings) == "stop.add \"A day\"");
    CHECK(command_for_keys("F", read.settings) == "");
    CHECK(command_for_keys("Left", read.settings) == "time.step -1");
    CHECK(command_for_keys("F") == "view.fit");
    const auto bindings = key_bindings(read.settings);
    const auto help_of = [&](std::string_view keys) -> std::string {
        for (const KeyBinding& binding : bindings)
            if (binding.keys == keys) return binding.help;
        return "none";
    };
    CHECK(help_of("F") == "none");
    CHECK(help_of("X") == "stop.add \"A day\"");
    CHECK(help_of("Ctrl+Left") == "Event before");
}

TEST_CASE("what is wrong in the settings is told with its line, and the rest counts") {
    const ReadSettings read = parsed(
        "{\n\"keys\": {\n\"Ctrl+Foo\": \"quit\",\n\"N\": \"event.choose next\",\n"
        "\"M\": 3,\n\"B\": \"event.select next\" },\n\"colour\": \"red\" }");
    REQUIRE(read.problems.size() == 4);
    CHECK(read.problems[0].text().starts_with("settings.json:3: \"Ctrl+Foo\" is no key"));
    CHECK(read.problems[1].line == 4);
    CHECK(read.problems[1].message.find("event.choose") != std::string::npos);
    CHECK(read.problems[2].line == 5);
    CHECK(read.problems[3].line == 7);
    REQUIRE(read.settings.keys.size() == 1);
    CHECK(command_for_keys("B", read.settings) == "event.select next");
}

TEST_CASE("settings that are no JSON at all name the line and leave the keys as they come") {
    const ReadSettings read = parsed("{\n  \"keys\": {\n    \"N\": \"quit\"\n    \"M\": \"quit\"\n} }");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].line == 4);
    CHECK(read.settings.keys.empty());
    for (const std::string_view broken :
         {"", "[]", "3", "{\"keys\": []}", "{\"keys\": {\"N\": \"quit\"}", "\xff", "{\"keys\": 1e999}"})
        CHECK_MESSAGE(parsed(broken).problems.size() == 1, broken);
}

TEST_CASE("keys are named as people write them") {
    CHECK(key_combination_from("shift+ctrl+z").value_or("") == "Ctrl+Shift+Z");
    CHECK(key_combination_from("Ctrl++").value_or("") == "Ctrl++");
    CHECK(key_combination_from("+").value_or("") == "+");
    CHECK(key_combination_from("alt+pageup").value_or("") == "Alt+PageUp");
    CHECK(key_combination_from("f11").value_or("") == "F11");
    for (const std::string_view wrong : {"", "Ctrl+", "Hyper+A", "AB", "F13"})
        CHECK_FALSE_MESSAGE(key_combination_from(wrong), wrong);
    // Every key that comes with the program could be written so.
    for (const KeyBinding& binding : key_bindings())
        CHECK(key_combination_from(binding.keys).value_or("") == binding.keys);
}

TEST_CASE("the settings lie where the desktop keeps such files") {
    setenv("XDG_CONFIG_HOME", "/somewhere", 1);
    CHECK(settings_path() == "/somewhere/chronomap/settings.json");
    setenv("XDG_CONFIG_HOME", "not/absolute", 1);
    const std::string home = getenv("HOME") ? getenv("HOME") : "";
    setenv("HOME", "/home/anna", 1);
    CHECK(settings_path() == "/home/anna/.config/chronomap/settings.json");
    setenv("HOME", home.c_str(), 1);
    unsetenv("XDG_CONFIG_HOME");
    CHECK(read_settings("/nowhere/settings.json", all_commands()).problems.empty());
    CHECK(read_settings("/", all_commands()).problems.size() == 1);
}
