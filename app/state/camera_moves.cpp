#include "app/state/camera_moves.hpp"

#include <algorithm>

#include "app/state/view_path.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/frame_extent.hpp"

namespace chronomap {

namespace {

constexpr double least_metres_per_px = 0.5;
constexpr double most_metres_per_px = 200'000;
/// A place that is flown to is shown at least this close (nominal pixels).
constexpr double close_metres_per_px = 300;

void move_to(AppState& state, View view) {
    state.flight.reset();
    state.view = std::move(view);
    state.view_is_fitted = false;
}

/// `view` with `point` at its centre; nothing when the projection has no place for it.
std::optional<View> centred(View view, LonLat point) {
    const auto screen = screen_from_lonlat(view, point);
    if (!screen) return std::nullopt;
    view.centre_x += (screen->x - view.width_px / 2.0) * view.metres_per_px;
    view.centre_y -= (screen->y - view.height_px / 2.0) * view.metres_per_px;
    return view;
}

}  // namespace

const View& target_view(const AppState& state) {
    return state.flight ? state.flight->to : state.view;
}

void pan_by(AppState& state, double dx_px, double dy_px) {
    move_to(state, panned(target_view(state), dx_px, dy_px));
}

void zoom_at(AppState& state, double factor, double x_px, double y_px) {
    const View& view = target_view(state);
    const double wanted = std::clamp(view.metres_per_px / factor, least_metres_per_px, most_metres_per_px);
    move_to(state, zoomed_at(view, view.metres_per_px / wanted, x_px, y_px));
}

void fly(AppState& state, const View& view) {
    state.view_is_fitted = false;
    if (!state.animate || state.view.crs != view.crs || state.view.width_px != view.width_px ||
        state.view.height_px != view.height_px) {
        state.flight.reset();
        state.view = view;
        return;
    }
    if (state.view == view) return;
    state.flight = Flight{state.view, view, state.now_s};
}

void fly_to(AppState& state, const Place& place) {
    const View& now = target_view(state);
    if (now.crs.empty()) return;
    if (place.extent != ExtentClass::point) {
        const auto whole = std::make_shared<Place>(place);
        auto view = fit_view(extent_of({whole}), now.width_px, now.height_px, now.pixel_ratio, now.crs);
        if (view) fly(state, *view);
        return;
    }
    const auto screen = screen_from_lonlat(now, place.location);
    if (!screen) return;
    const double close = close_metres_per_px / now.pixel_ratio;
    const double margin_x = now.width_px * 0.22;
    const double margin_y = now.height_px * 0.22;
    const bool in_sight = screen->x > margin_x && screen->x < now.width_px - margin_x && screen->y > margin_y &&
                          screen->y < now.height_px - margin_y;
    if (in_sight && now.metres_per_px <= close * 2.5) return;
    View wanted = now;
    wanted.metres_per_px = std::min(now.metres_per_px, close);
    // Centred at the old scale first, where the projection is known to work, then closer.
    View there = now;
    if (auto view = centred(there, place.location)) {
        view->metres_per_px = wanted.metres_per_px;
        fly(state, *view);
    }
}

Result<void> centre_on(AppState& state, LonLat point) {
    const auto view = centred(target_view(state), point);
    if (!view) return fail("this point has no place in the map's projection");
    fly(state, *view);
    return {};
}

Result<void> fit(AppState& state, FitTo what) {
    const EventSetPtr events = state.store.current();
    GeoBox box;
    if (what == FitTo::all) {
        // As `chronomap snapshot` frames its pictures: the world without events.
        if (state.framed.events != events) state.framed = {events, frame_extent(*events).box};
        box = state.framed.box;
        std::vector<MapLayerPtr> opened;
        for (const ShownLayer& each : state.layers)
            if (!each.own) opened.push_back(each.layer);
        if (const auto around = box_of_layers(opened); around && events->events.empty()) box = *around;
    } else {
        std::vector<PlacePtr> places;
        if (what == FitTo::shown) {
            for (const EventIndex i : shown_events(state))
                if (events->events[i].place) places.push_back(events->events[i].place);
        } else if (const Event* event = selected_event(state); event != nullptr && event->place) {
            places.push_back(event->place);
        }
        if (places.empty()) return fail("there is no event to show");
        box = extent_of(places);
    }
    // Around symbols there must be room for their labels, on a small window too.
    const double margin =
        std::min(64 * state.view.pixel_ratio, std::min(state.view.width_px, state.view.height_px) * 0.12);
    auto view = fit_view(box, state.view.width_px, state.view.height_px, state.view.pixel_ratio, {}, margin);
    if (!view) return tl::unexpected(view.error());
    fly(state, *view);
    state.view_is_fitted = what == FitTo::all;
    return {};
}

void set_map_size(AppState& state, int width_px, int height_px, double pixel_ratio) {
    View& view = state.view;
    if (view.width_px == width_px && view.height_px == height_px && view.pixel_ratio == pixel_ratio) return;
    if (state.flight) {
        view = state.flight->to;
        state.flight.reset();
    }
    view.metres_per_px *= view.pixel_ratio / pixel_ratio;
    view.width_px = std::max(1, width_px);
    view.height_px = std::max(1, height_px);
    view.pixel_ratio = pixel_ratio;
    if (!state.view_is_fitted) return;
    const bool animate = std::exchange(state.animate, false);
    (void)fit(state, FitTo::all);
    state.animate = animate;
}

View resized_for_export(View view, int width_px, int height_px) {
    const double grown =
        std::min(static_cast<double>(width_px) / view.width_px, static_cast<double>(height_px) / view.height_px);
    view.metres_per_px /= grown;
    // Text and lines grow with the picture, but keep a size that can be read on paper and on a screen.
    view.pixel_ratio = std::clamp(std::min(width_px, height_px) / 1080.0, 0.75, 4.0);
    view.width_px = width_px;
    view.height_px = height_px;
    return view;
}

bool advance_flight(AppState& state) {
    if (!state.flight) return false;
    const Flight& flight = *state.flight;
    const double share = (state.now_s - flight.started_s) / flight.duration_s;
    if (share >= 1) {
        state.view = flight.to;
        state.flight.reset();
        return false;
    }
    state.view = view_between(flight.from, flight.to, eased(share));
    return true;
}

}  // namespace chronomap
