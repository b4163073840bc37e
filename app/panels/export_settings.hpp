#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// Rows of the export dialog that belong to the kind of export: dates, frames a second, size, quality.
void draw_export_settings(Ui& ui);

}  // namespace chronomap
