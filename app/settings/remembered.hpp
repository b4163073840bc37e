#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/result.hpp"

namespace chronomap {

/// The window's frame on the desktop, in the desktop's own units.
struct WindowFrame {
    int x = 0, y = 0, width = 0, height = 0;
    bool maximised = false;
    friend bool operator==(const WindowFrame&, const WindowFrame&) = default;
};

/// What the program remembers from one session to the next. Key bindings and the like are settings, not memories.
struct Remembered {
    std::vector<std::string> recent;  ///< files opened, the last first
    std::optional<WindowFrame> frame;
    std::vector<std::string> panels;  ///< those shown, by name; empty: as usual
    /// In nominal pixels; 0: as usual.
    float left_width = 0, right_width = 0, source_height = 0, table_height = 0, timeline_height = 0;
    double ui_scale = 0;  ///< 0: as usual
    friend bool operator==(const Remembered&, const Remembered&) = default;
};

/// Reads the file; nothing is remembered where there is none. A number that cannot be is left out. Error: the file is
/// there but cannot be read.
Result<Remembered> read_remembered(const std::string& path);

/// Writes the file in one step, and makes its folder.
Result<void> write_remembered(const Remembered& remembered, const std::string& path);

}  // namespace chronomap
