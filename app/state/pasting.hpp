#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/state/app_state.hpp"

namespace chronomap {

/// The paths that a text names, one a line, as file managers copy them: absolute paths or file:// addresses of files that
/// are there. Empty when any line is something else.
std::vector<std::string> paths_in(std::string_view text);

/// Takes up what lies on the clipboard: asks for the files that it names to be opened, or for its text to be read as an
/// article. Error: there is nothing but blanks.
Result<void> paste_article(AppState& state, std::string text);

/// An id that no open article has: "pasted-1".
std::string id_for_pasted(const AppState& state);

}  // namespace chronomap
