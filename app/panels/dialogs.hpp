#pragma once

#include "app/commands/key_bindings.hpp"
#include "app/panels/widgets.hpp"

namespace chronomap {

/// Begins a dialog over the dimmed window, with a heading and a way to close it. Always pair with end_dialog.
bool begin_dialog(Ui& ui, const char* title, float nominal_width, float nominal_height);
void end_dialog();

}  // namespace chronomap
