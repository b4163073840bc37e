#pragma once

#include <optional>

#include "app/state/app_state.hpp"

namespace chronomap {

/// Where the camera is or is going to be once its flight has ended.
const View& target_view(const AppState& state);

/// Moves the map by pixels: a positive dx shows more of the west.
void pan_by(AppState& state, double dx_px, double dy_px);

/// Zooms in (factor > 1) or out, keeping the point under (x_px, y_px) where it is.
void zoom_at(AppState& state, double factor, double x_px, double y_px);

/// Flies (or jumps, when animation is off) to `view`.
void fly(AppState& state, const View& view);

/// Flies to a place: a point comes to the centre at a scale that shows its surroundings, a region is shown whole.
/// Does nothing when the place is well inside the view already and large enough to be seen.
void fly_to(AppState& state, const Place& place);

/// Flies so that a point is at the centre. Error: the point has no place in this projection.
Result<void> centre_on(AppState& state, LonLat point);

/// Which events a fit shows.
enum class FitTo : std::uint8_t { all, shown, selected };

/// Error: nothing to fit, or a projection that does not work out.
Result<void> fit(AppState& state, FitTo what);

/// The map's rectangle changed: a fitted view is fitted again, another keeps centre and scale.
void set_map_size(AppState& state, int width_px, int height_px, double pixel_ratio);

/// The same part of the map in a picture of another size: all that `view` shows is in it.
View resized_for_export(View view, int width_px, int height_px);

/// One turn of the clock. True while flying.
bool advance_flight(AppState& state);

}  // namespace chronomap
