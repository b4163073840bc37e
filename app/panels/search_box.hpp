#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// The search field, and below it what was found, over the rest of the window.
void draw_search(Ui& ui, float x, float y, float width);

}  // namespace chronomap
