#pragma once

#include <string_view>
#include <vector>

#include "app/commands/key_bindings.hpp"

namespace chronomap {

/// The keys while a story is presented, those that presenter remotes send among them (PageUp, PageDown, F5, Escape and
/// the full stop). No other key does anything then.
const std::vector<KeyBinding>& presentation_bindings();

/// The command line for a key of a presentation; empty when it does nothing.
std::string_view presentation_command_for_keys(std::string_view keys);

}  // namespace chronomap
