#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// Rows of the export dialog: the words around the map, and where each block stands.
void draw_furniture_settings(Ui& ui);

}  // namespace chronomap
