#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// How a session in the window begins.
struct SessionOptions {
    std::vector<std::string> files;       ///< empty: the demo
    std::vector<std::string> gazetteers;  ///< --gazetteer
    std::vector<std::string> layers;      ///< --layer
    ReliefChoice relief;                  ///< --relief
    std::string script;                   ///< --script; empty: none
    std::string style = "light";          ///< --style: a name or a file
    int width = 0;        ///< --size; 0: as in the last session
    int height = 0;
    double ui_scale = 0;  ///< --ui-scale; 0: as in the last session
    bool empty = false;   ///< begin without the demo
    /// Reads and writes what is remembered between sessions, and keeps unsaved work: off for scripts, which are not to
    /// depend on what was before.
    bool remember = true;
};

/// Opens the window and stays in it until it is closed. Gives the exit status: 0, or 1 when the script failed (its
/// error is on standard error then). Error: no display, no OpenGL 3.3, or a script or a style that cannot be read.
Result<int> run_window(const SessionOptions& options);

}  // namespace chronomap
