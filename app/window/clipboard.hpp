#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// Puts a PNG onto the desktop's clipboard, where it stays when the program ends. GLFW knows text only, so that this is
/// done by wl-copy (Wayland) or xclip (X11). Error: neither is installed for this desktop, or it failed; the remedy names
/// the package.
Result<void> copy_picture(const std::string& path);

}  // namespace chronomap
