#pragma once

#include <string>

#include "app/state/app_state.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

/// The style that the map is drawn in: the state's, or the default one while none was set.
const Style& map_style(const AppState& state);

/// Reads a style by its name or from a file and draws the map in it. Error: as style_path() and load_style(); the map
/// keeps its style then.
Result<void> set_map_style(AppState& state, const std::string& name_or_file);

/// Reads the style's file again after it changed. A file with a mistake leaves the style as it was and is told once;
/// that it is well again is told too.
void reload_map_style(AppState& state);

/// The style as a document tells it: the name of one that is shipped, or the file's path.
std::string style_words(const AppState& state);

}  // namespace chronomap
