#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// Where what is filtered is told: below the buttons, or beside them as far as there is room.
enum class FilterWords : std::uint8_t { below, beside };

/// The button that opens the filter, and what is filtered, with a way to lift it.
void draw_filter_bar(Ui& ui, FilterWords words = FilterWords::below);

}  // namespace chronomap
