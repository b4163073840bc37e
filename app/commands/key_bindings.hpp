#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chronomap {

/// A key with its modifiers, the command line that it runs, and where help lists it.
struct KeyBinding {
    std::string keys;     ///< "Ctrl+O", "Shift+Right", "F", "Space", "+"
    std::string command;  ///< "dialog.show open"
    std::string help;     ///< empty: help lists a neighbour that stands for it
};

/// In the order in which help shows them.
const std::vector<KeyBinding>& key_bindings();

/// The command line for "Ctrl+Right"; empty when the key is free.
std::string_view command_for_keys(std::string_view keys);

}  // namespace chronomap
