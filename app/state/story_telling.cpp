#include "app/state/story_telling.hpp"

#include <algorithm>

#include "app/state/camera_moves.hpp"
#include "app/state/editing.hpp"
#include "app/state/playing.hpp"
#include "app/state/selecting.hpp"
#include "app/state/time_steps.hpp"
#include "app/state/view_path.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// Share of the picture's smaller side that stays free around the events of a step without a part of the map.
constexpr double margin_share = 0.16;

std::vector<PlacePtr> places_of(const StoryStep& step, const EventSet& events) {
    std::vector<PlacePtr> places;
    for (const std::string& id : step.highlighted)
        if (const EventIndex index = events.index_of(id); index < events.events.size() && events.events[index].place)
            places.push_back(events.events[index].place);
    if (!places.empty()) return places;
    for (const EventIndex index : events.meeting(step.time.effective()))
        if (events.events[index].place) places.push_back(events.events[index].place);
    return places;
}

/// A step that begins where the last one ended has nothing to fly over.
constexpr double least_flight_s = 0.4, most_flight_s = 3;

}  // namespace

const Story& story_of(const AppState& state) {
    return state.history.current().story;
}

std::string story_title(const AppState& state) {
    const std::string& own = story_of(state).title;
    return own.empty() ? scene_of(state).furniture.title : own;
}

StoryView story_view_from(const View& view) {
    StoryView part;
    part.crs = view.crs;
    part.centre = lonlat_from_screen(view, {view.width_px / 2.0, view.height_px / 2.0}).value_or(LonLat{});
    part.width_m = view.width_px * view.metres_per_px;
    part.height_m = view.height_px * view.metres_per_px;
    return part;
}

StoryStep step_on_screen(const AppState& state) {
    StoryStep step;
    step.time = state.time;
    step.naming = state.naming;
    if (!target_view(state).crs.empty()) step.view = story_view_from(target_view(state));
    if (const Event* event = selected_event(state)) {
        step.highlighted.push_back(event->id);
        step.title = (event->place ? display_name(*event->place, state.naming, event->place_surface) + ", " : "") +
                     describe(event->date);
    } else {
        step.title = caption_of(state.time);
    }
    return step;
}

Result<View> view_of_step(const StoryStep& step, const EventSet& events, const View& now) {
    if (!step.view) {
        const std::vector<PlacePtr> places = places_of(step, events);
        if (places.empty()) return now;
        return fit_view(extent_of(places), now.width_px, now.height_px, now.pixel_ratio, now.crs,
                        margin_share * std::min(now.width_px, now.height_px));
    }
    View view = now;
    if (!step.view->crs.empty()) view.crs = step.view->crs;
    const auto projection = projection_for(view.crs);
    if (!projection) return tl::unexpected(projection.error());
    const auto centre = (*projection)->forward(step.view->centre);
    if (!centre.finite()) return fail("the step's part of the map has no place in its projection");
    view.centre_x = centre.x;
    view.centre_y = centre.y;
    view.metres_per_px =
        std::max(step.view->width_m / std::max(1, now.width_px), step.view->height_m / std::max(1, now.height_px));
    return view;
}

Result<void> show_step(AppState& state, std::size_t index) {
    const StoryStep& step = story_of(state).steps[index];
    pause(state);
    clear_selection(state);
    state.show.step = index;
    state.show.highlighted = step.highlighted;
    state.time = step.time;
    if (step.naming) state.naming = *step.naming;
    const auto view = view_of_step(step, *state.store.current(), target_view(state));
    if (!view) return tl::unexpected(view.error());
    if (view->crs.empty()) return {};  // no map was shown yet
    fly(state, *view);
    if (state.flight)
        state.flight->duration_s = std::clamp(flight_seconds(state.flight->from, *view), least_flight_s, most_flight_s);
    return {};
}

void fit_step(AppState& state) {
    const auto& steps = story_of(state).steps;
    if (state.show.step >= steps.size()) return;
    const auto view = view_of_step(steps[state.show.step], *state.store.current(), state.view);
    if (!view || view->crs.empty()) return;
    state.flight.reset();
    state.view = *view;
    state.view_is_fitted = false;
}

void take_story(AppState& state, Story story, StoryOrigin origin) {
    if (origin == StoryOrigin::beside && !story_of(state).empty()) return;
    state.show.step = 0;
    state.show.highlighted.clear();
    if (origin == StoryOrigin::opened || !state.history.undoable().empty() || !state.history.redoable().empty()) {
        edit(state, "open a story", [&](Edits& edits) { edits.story = std::move(story); });
        return;
    }
    // Nothing was edited yet: there is nothing to take back to.
    Edits edits = state.history.current();
    edits.story = std::move(story);
    state.history.reset(std::move(edits));
}

void begin_presentation(AppState& state, ScreenUse screen) {
    state.show.presenting = true;
    state.show.black = false;
    state.panels.dialog = Dialog::none;
    state.hovered_event.clear();
    if (screen == ScreenUse::whole) state.requests.screen = screen;
}

void end_presentation(AppState& state) {
    state.show.presenting = false;
    state.show.black = false;
    state.requests.screen = ScreenUse::window;
}

}  // namespace chronomap
