#pragma once

#include "app/state/app_state.hpp"

namespace chronomap {

/// Shows `span`, keeping the mode.
void show_span(AppState& state, const TimeSpan& span);

/// Goes to the nearest stop after (steps > 0) or before the date shown; stays at the last one. Stops playback.
void step_stop(AppState& state, int steps);

/// Moves the date by units of the calendar that suit the story. Stops playback.
void step_time(AppState& state, int steps);

/// Starts stepping through the stops; from the first one when the last one is shown.
void play(AppState& state);
void pause(AppState& state);

/// One turn of the clock: goes to the next stop when its time has come; ends at the last one.
void advance_playback(AppState& state);

}  // namespace chronomap
