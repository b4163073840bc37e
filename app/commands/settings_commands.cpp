#include <filesystem>

#include "app/commands/command.hpp"
#include "app/settings/user_settings.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> show_file(AppState& state, Arguments) {
    const std::string path = settings_path();
    std::error_code ignored;
    const bool there = std::filesystem::exists(path, ignored);
    say(state, MessageLevel::info,
        "The settings are in " + path +
            (there ? "; " + std::to_string(state.settings.keys.size()) + " keys are your own"
                   : R"(, which is not there yet: write { "keys": { "Ctrl+Right": "event.select next" } })"));
    return {};
}

Result<void> read_again(AppState& state, Arguments) {
    ReadSettings read = read_settings(settings_path(), all_commands());
    state.settings = std::move(read.settings);
    for (const Error& problem : read.problems) say(state, MessageLevel::warning, problem.text());
    return {};
}

}  // namespace

void add_settings_commands(CommandRegistry& registry) {
    registry.add({"settings.show", "", "say where the settings file is, which has keys of one's own", 0, 0, show_file});
    registry.add({"settings.read", "", "read the settings file again", 0, 0, read_again});
}

}  // namespace chronomap
