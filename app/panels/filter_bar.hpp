#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// The button that opens the filter, and what is filtered, with a way to lift it.
void draw_filter_bar(Ui& ui);

}  // namespace chronomap
