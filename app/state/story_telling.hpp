#pragma once

#include "app/state/app_state.hpp"

namespace chronomap {

/// The story of the edits.
const Story& story_of(const AppState& state);
/// Its title; where it has none, that of the map.
std::string story_title(const AppState& state);

/// What is on the screen as a step: date, names, the part of the map, and the selected event as the one told of.
StoryStep step_on_screen(const AppState& state);
/// The part of the map that a view shows.
StoryView story_view_from(const View& view);
/// A step's part of the map in a picture of the size, resolution and, where the step has none of its own, projection of
/// `now`. Without a part of its own: around its events, or around all that are shown. Error: a projection that PROJ
/// does not know, or in which the point has no place.
Result<View> view_of_step(const StoryStep& step, const EventSet& events, const View& now);

/// Shows a step: its date, names and events, and flies to its part of the map. `index` is below the number of steps.
/// Error: as view_of_step; all but the place is shown then.
Result<void> show_step(AppState& state, std::size_t index);

/// The map's size changed: the step that is shown fits it again, at once.
void fit_step(AppState& state);

/// Where a story came from.
enum class StoryOrigin : std::uint8_t {
    opened,  ///< the user asked for it: an edit that can be undone
    beside   ///< it lay beside an article; taken only where there is no story yet
};
void take_story(AppState& state, Story story, StoryOrigin origin);

/// Gives the story the screen for itself, or takes it away again; the map stays where it is.
void begin_presentation(AppState& state, ScreenUse screen);
void end_presentation(AppState& state);

}  // namespace chronomap
