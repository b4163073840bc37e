#include "app/state/restoring.hpp"

#include <algorithm>

#include "app/state/map_style.hpp"
#include "app/state/playing.hpp"

namespace chronomap {

View fitted_to(const View& view, int width_px, int height_px, double pixel_ratio) {
    View fitted = view;
    if (view.width_px != width_px || view.height_px != height_px)  // else the very same, to the last digit
        fitted.metres_per_px = std::max(view.width_px * view.metres_per_px / std::max(1, width_px),
                                        view.height_px * view.metres_per_px / std::max(1, height_px));
    fitted.width_px = width_px;
    fitted.height_px = height_px;
    fitted.pixel_ratio = pixel_ratio;
    return fitted;
}

void close_all(AppState& state) {
    state.store.clear();
    std::erase_if(state.layers, [](const ShownLayer& each) { return !each.own; });
    state.files.clear();
    events_changed(state);
}

void restore_view(AppState& state, const ViewDocument& document) {
    if (!document.style.empty())
        if (const auto set = set_map_style(state, document.style); !set)
            say(state, MessageLevel::warning, set.error(), "The map keeps its style: ");
    for (ShownLayer& each : state.layers)
        if (each.own) each.shown = document.own_layers;
    state.relief = {document.relief.path, document.relief_style};
    pause(state);
    state.store.set_filter(document.filter);
    events_changed(state);
    state.time = document.time;
    state.time_settings.fade_days = document.fade_days;
    state.naming = document.naming;
    if (document.compared.size() == 2)
        say(state, MessageLevel::info,
            "This picture compares " + describe(document.compared[0]) + " and " + describe(document.compared[1]) +
                "; the map shows the first.");
    // The article's own title comes and goes with the article.
    state.title.clear();
    if (scene_of(state).furniture.title != document.title) state.title = document.title;
    state.furniture = document.furniture;
    state.selected_event = document.selected_event;
    if (!selected_event(state)) state.selected_event.clear();
    const EventSetPtr events = state.store.current();
    const bool is_there = events->index_of(document.fanned_event) < events->events.size();
    state.fanned_event = is_there ? document.fanned_event : std::string{};
    state.flight.reset();
    state.view = fitted_to(document.view, state.view.width_px, state.view.height_px, state.view.pixel_ratio);
    state.view_is_fitted = false;
}

}  // namespace chronomap
