#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// What stands over the map while nothing is open: the ways to begin, and files opened before.
void draw_start_screen(Ui& ui, const PixelRect& map);

}  // namespace chronomap
