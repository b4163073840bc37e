#pragma once

#include <string>

#include "app/state/app_state.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// What the window shows, as JSON text: date, mode, counts, selection, view, panels, messages. For scripts and tests.
std::string state_as_json(const AppState& state);

/// Writes state_as_json to a file.
Result<void> write_state(const AppState& state, const std::string& path);

}  // namespace chronomap
