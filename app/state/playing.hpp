#pragma once

#include "app/state/app_state.hpp"

namespace chronomap {

/// Shows `span`, keeping the mode.
void show_span(AppState& state, const TimeSpan& span);

/// Goes to the nearest stop after (steps > 0) or before the date shown; stays at the last one. Stops playback.
void step_stop(AppState& state, int steps);

/// Moves the date by units of the calendar, as `stepped` (geo/time/stepping.hpp) does; from all dates to the first unit
/// of the data, or the last. Stops playback.
void step_time(AppState& state, CalendarUnit unit, int steps);

/// Starts stepping from the date that is shown; anew from the other end when there is nothing more on the way. Error:
/// nothing to play.
Result<void> play(AppState& state, PlaybackDirection direction);
void pause(AppState& state);

/// To be called when what is played has changed: playback goes on from the date that is shown.
void replan_playback(AppState& state);

/// One turn of the clock: goes to the next step when its time has come; ends at the last one unless it loops.
void advance_playback(AppState& state);

/// How long nothing will change, in seconds, while playback runs.
double seconds_to_next_step(const AppState& state);

}  // namespace chronomap
