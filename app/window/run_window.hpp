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
    int width = 1440;
    int height = 900;
    double ui_scale = 1;
    bool empty = false;  ///< begin without the demo
};

/// Opens the window and stays in it until it is closed. Gives the exit status: 0, or 1 when the script failed (its
/// error is on standard error then). Error: no display, no OpenGL 3.3, or a script or a style that cannot be read.
Result<int> run_window(const SessionOptions& options);

}  // namespace chronomap
