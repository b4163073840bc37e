#pragma once

#include <string>

#include "app/export/view_document.hpp"
#include "app/state/app_state.hpp"

namespace chronomap {

/// Closes all articles and the user's own layers.
void close_all(AppState& state);

/// Shows what a picture shows: its date, names, style, layers of the program, title, selection and part of the map, all
/// of which fits into the window whatever the window's size. To be called when the picture's files are open. A style
/// that is not there is told; the map keeps its own then.
void restore_view(AppState& state, const ViewDocument& document);

/// `view` as a map of another size shows it: all of it, in the middle.
View fitted_to(const View& view, int width_px, int height_px, double pixel_ratio);

}  // namespace chronomap
