#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"

namespace chronomap {

class CommandRegistry;  // app/commands/command.hpp

/// A key that the user gives to a command of their own choice, or to none (empty).
struct OwnKey {
    std::string keys;     ///< as in KeyBinding: "Ctrl+Right"
    std::string command;  ///< a command line
    friend bool operator==(const OwnKey&, const OwnKey&) = default;
};

/// What the user's settings file says.
struct UserSettings {
    std::string path;            ///< of the file, whether it is there or not
    std::vector<OwnKey> keys{};  ///< each once
};

/// Settings and what was wrong with them, each with its file and line. What is wrong is left out, the rest counts.
struct ReadSettings {
    UserSettings settings;
    std::vector<Error> problems;
};

/// $XDG_CONFIG_HOME/chronomap/settings.json, or ~/.config/chronomap/settings.json. Source:
/// https://specifications.freedesktop.org/basedir-spec/latest/
std::string settings_path();

/// JSON with one member as yet: {"keys": {"Ctrl+Right": "event.select next", "X": ""}}. Comments (// and /* */) are
/// allowed. `registry` tells which commands there are.
ReadSettings parse_settings(std::string_view text, const std::string& path, const CommandRegistry& registry);

/// The same from a file; no problem when there is none.
ReadSettings read_settings(const std::string& path, const CommandRegistry& registry);

}  // namespace chronomap
