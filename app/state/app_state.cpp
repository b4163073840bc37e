#include "app/state/app_state.hpp"

#include <algorithm>

#include "app/state/camera_moves.hpp"
#include "app/state/map_style.hpp"
#include "app/state/picking.hpp"
#include "app/state/plain_words.hpp"
#include "app/state/playing.hpp"
#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

bool is_shown(const AppState& state, const std::string& layer_id) {
    return std::ranges::any_of(state.layers,
                               [&](const ShownLayer& each) { return each.shown && each.layer->id == layer_id; });
}

/// True while an article of the file is in the store, or a layer of it is shown.
bool is_on_map(const AppState& state, const OpenFile& file) {
    return std::ranges::any_of(file.articles,
                               [&](const std::string& id) { return article_of(state, id) != nullptr; }) ||
           std::ranges::any_of(file.layers, [&](const std::string& id) { return is_shown(state, id); });
}

double opacity_of(const AppState& state, const OpenFile& file) {
    for (const ShownLayer& each : state.layers)
        if (std::ranges::find(file.layers, each.layer->id) != file.layers.end()) return each.layer->opacity;
    return 1;
}

}  // namespace

std::string_view name_of(MapTool tool) {
    return tool == MapTool::box ? "box" : tool == MapTool::lasso ? "lasso" : "none";
}

std::optional<MapTool> map_tool_from(std::string_view name) {
    for (const MapTool tool : {MapTool::none, MapTool::box, MapTool::lasso})
        if (name_of(tool) == name) return tool;
    return std::nullopt;
}

const std::vector<EventIndex>& shown_events(const AppState& state) {
    const EventSetPtr events = state.store.current();
    const TimeSpan span = state.time.effective();
    if (state.shown.of != events || state.shown.span != span) state.shown = {events, span, events->meeting(span)};
    return state.shown.events;
}

const Event* selected_event(const AppState& state) {
    if (state.selected_event.empty()) return nullptr;
    return state.store.current()->find(state.selected_event);
}

std::string shown_for(const AppState& state, const std::string& event_id) {
    const EventSetPtr events = state.store.current();
    const EventIndex index = event_id.empty() ? EventIndex(events->events.size()) : events->index_of(event_id);
    if (index >= events->events.size() || events->reports.of(index) == nullptr) return event_id;
    return events->events[events->standing_for(index, state.time.effective())].id;
}

ExtractionPtr article_of(const AppState& state, std::string_view article_id) {
    for (const ExtractionPtr& extraction : state.store.current()->articles)
        if (extraction->article.id == article_id) return extraction;
    return nullptr;
}

std::string count_line(const AppState& state) {
    const EventSetPtr events = state.store.current();
    std::string left_out;
    const auto leave_out = [&](std::size_t count, const char* why) {
        if (count > 0) left_out += std::to_string(count) + why;
    };
    leave_out(events->filtered_out, " filtered out, ");
    leave_out(events->rejected.size(), " rejected, ");
    leave_out(events->merged, " merged, ");
    const std::string reports = events->reports.empty() ? std::string()
                                                        : "; " + std::to_string(events->told()) + " events from " +
                                                              std::to_string(events->events.size()) + " reports";
    return std::to_string(shown_events(state).size()) + " of " +
           std::to_string(events->total() - events->reports.folded()) + " shown, " + left_out +
           std::to_string(events->undated) + " undated, " + std::to_string(events->unplaced) + " unplaced" + reports;
}

namespace {

/// The user's own stops, or those that the data suggest.
std::vector<TimelineStop> stops_of(const AppState& state) {
    const EventSetPtr events = state.store.current();
    const auto& own = state.history.current().stops;
    if (!own) return find_stops(events->told_spans());
    std::vector<TimelineStop> stops;
    for (const OwnStop& stop : *own) {
        const auto met =
            std::ranges::count_if(events->told_spans(), [&](const auto& span) { return span.meets(stop.span); });
        stops.push_back({stop.span, stop.name.empty() ? describe(edtf_from_span(stop.span)) : stop.name,
                         static_cast<std::size_t>(met), stop.note});
    }
    return stops;
}

}  // namespace

void events_changed(AppState& state) {
    const EventSetPtr events = state.store.current();
    state.stops = stops_of(state);
    const TimeSpan extent = events->extent();
    if (state.extent != extent) state.timeline_shown = {};
    state.extent = extent;
    if (selected_event(state) == nullptr) state.selected_event.clear();
    prune_picks(state);
    if (events->index_of(state.fanned_event) >= events->events.size()) state.fanned_event.clear();
    state.search.clear();
    state.search_due = false;
    state.found.clear();
    if (!article_of(state, state.shown_article))
        state.shown_article = events->articles.empty() ? std::string{} : events->articles.back()->article.id;
    if (state.stops.empty()) {
        pause(state);
        if (events->filtered_out == 0) state.time = {};
    }
    replan_playback(state);
}

void add_extraction(AppState& state, ExtractionPtr extraction) {
    add_extractions(state, {std::move(extraction)});
}

void add_extractions(AppState& state, std::vector<ExtractionPtr> extractions, PreparedEvents prepared) {
    if (extractions.empty()) return;
    const bool first = state.store.current()->events.empty();
    const std::string id = extractions.back()->article.id;
    const std::size_t lost_before = state.store.current()->lost.size();
    if (prepared.before == state.store.current()) {
        state.store = std::move(prepared.after);
        state.framed = std::move(prepared.framed);
    } else {
        state.store.add(std::move(extractions));
    }
    events_changed(state);
    if (const std::size_t lost = state.store.current()->lost.size(); lost > lost_before)
        say(state, MessageLevel::warning,
            lost - lost_before == 1
                ? "A correction finds its sentence no more in the article. It is kept, and listed under \"Not on the map\"."
                : std::to_string(lost - lost_before) +
                      " corrections find their sentences no more in the article. They are kept, and listed under \"Not "
                      "on the map\".");
    state.shown_article = id;
    if (first && !state.stops.empty()) {
        // Begin where most happens, so that the first picture is not an empty one.
        const auto busiest = std::max_element(state.stops.begin(), state.stops.end(),
                                              [](const auto& a, const auto& b) { return a.events < b.events; });
        show_span(state, busiest->span);
    }
    (void)fit(state, FitTo::all);
}

void add_file(AppState& state, OpenFile file) {
    std::erase_if(state.files, [&](const OpenFile& other) { return other.file.path == file.file.path; });
    state.files.push_back(std::move(file));
}

ViewDocument made_from(const AppState& state) {
    ViewDocument document;
    for (const OpenFile& open : state.files)
        if (is_on_map(state, open)) {
            document.inputs.push_back(open.file);
            document.inputs.back().opacity = opacity_of(state, open);
        }
    if (!state.relief.path.empty()) document.relief = document_file(state.relief.path);
    document.own_layers =
        std::ranges::any_of(state.layers, [](const ShownLayer& each) { return each.own && each.shown; });
    document.style = style_words(state);
    return document;
}

void say(AppState& state, MessageLevel level, std::string text) {
    state.messages.push_back({level, std::move(text), {}, nullptr});
    state.message_visible = true;
}

void say(AppState& state, MessageLevel level, const Error& error, const std::string& before) {
    say(state, level, before + plain_words(error));
    state.messages.back().path = error.file;
}

void say_edited(AppState& state, std::string text) {
    say(state, MessageLevel::info, std::move(text));
    state.messages.back().undoes = state.history.current_ptr();
}

bool advance(AppState& state) {
    advance_playback(state);
    const bool flying = advance_flight(state);
    return flying || state.playback.playing();
}

Scene scene_of(const AppState& state) {
    Scene scene;
    scene.basemap = state.basemap;
    scene.events = state.store.current();
    for (const ShownLayer& each : state.layers)
        if (each.shown) scene.layers.push_back(each.layer);
    scene.relief = state.relief;
    scene.ground = state.ground;
    scene.gazetteer = state.gazetteer;
    scene.style = state.style;
    scene.time = state.time;
    scene.fade_days = state.time_settings.fade_days;
    scene.naming = state.naming;
    const ExtractionPtr article = article_of(state, state.shown_article);
    scene.furniture.title = !state.title.empty() ? state.title : article ? article->article.title : std::string{};
    scene.furniture.date_caption = caption_of(state.time);
    for (const std::string& source : state.map_sources)
        scene.furniture.sources += (scene.furniture.sources.empty() ? "" : " · ") + source;
    scene.furniture.settings = state.furniture;
    scene.furniture.credits_only = !state.full_furniture;
    scene.selected_event = shown_for(state, state.selected_event);
    scene.hovered_event = shown_for(state, state.hovered_event);
    scene.fanned_event = shown_for(state, state.fanned_event);
    for (const std::string& id : state.show.highlighted) scene.highlighted_events.push_back(shown_for(state, id));
    return scene;
}

}  // namespace chronomap
