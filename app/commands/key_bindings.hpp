#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/settings/user_settings.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// A key with its modifiers, the command line that it runs, and where help lists it.
struct KeyBinding {
    std::string keys;     ///< "Ctrl+O", "Shift+Right", "F", "Space", "+"
    std::string command;  ///< "dialog.show open"
    std::string help;     ///< empty: help lists a neighbour that stands for it
};

/// As the program comes, in the order in which help shows them.
const std::vector<KeyBinding>& key_bindings();

/// The same with the user's own in place of those they replace or take away; new ones at the end.
std::vector<KeyBinding> key_bindings(const UserSettings& settings);

/// The command line for "Ctrl+Right"; empty when the key is free.
std::string command_for_keys(std::string_view keys, const UserSettings& settings = {});

/// Keys as the window names them from what a person writes: "shift+ctrl+z" is "Ctrl+Shift+Z". Error: no such key.
Result<std::string> key_combination_from(std::string_view text);

}  // namespace chronomap
