#include "app/state/dump.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <span>

#include "app/state/map_style.hpp"
#include "app/state/story_telling.hpp"
#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

/// "off", "all", or the dates in which playback stays.
std::string loop_words(const AppState& state) {
    if (state.time_settings.loop_range != all_time) return edtf_from_span(state.time_settings.loop_range).text();
    return state.playback.loop() == PlaybackLoop::all ? "all" : "off";
}

}  // namespace

std::string state_as_json(const AppState& state) {
    using nlohmann::json;
    const EventSetPtr events = state.store.current();
    json shown = json::array();
    // A dump is for reading; of a million events it counts all and names the first.
    constexpr std::size_t most_named = 2000;
    for (const EventIndex i : std::span(shown_events(state)).first(std::min(most_named, shown_events(state).size()))) {
        const Event& event = events->events[i];
        shown.push_back({{"id", event.id},
                         {"edtf", event.date.text()},
                         {"place", event.place ? event.place->name : ""},
                         {"quote", event.quote},
                         {"verdict", name_of(verdict_of(event))},
                         {"note", note_of(event)},
                         {"sources", events->reports.with(i).size()}});
    }
    json rejected = json::array(), lost = json::array();
    for (const Event& event : events->rejected) rejected.push_back(event.id);
    for (const LostCorrection& each : events->lost) lost.push_back(each.key);
    json stops = json::array();
    json notes = json::array();
    for (const TimelineStop& stop : state.stops) {
        stops.push_back(stop.label);
        notes.push_back(stop.note);
    }
    json articles = json::array();
    for (const ExtractionPtr& article : events->articles) articles.push_back(article->article.id);
    json panels = json::array();
    for (const Panel panel : all_panels)
        if (is_shown(state.panels, panel)) panels.push_back(name_of(panel));
    json columns = json::array();
    for (const TableColumn column : shown_table_columns(state)) columns.push_back(name_of(column));
    json messages = json::array();
    for (const Message& message : state.messages) messages.push_back(message.text);

    json steps = json::array();
    for (const StoryStep& step : story_of(state).steps)
        steps.push_back({{"title", step.title},
                         {"text", step.text},
                         {"notes", step.notes},
                         {"date", edtf_from_span(step.time.span).text()},
                         {"events", step.highlighted}});
    json found = json::array();
    for (const Found& each : state.found) found.push_back(each.title);

    const json root = {{"date", edtf_from_span(state.time.span).text()},
                       {"caption", caption_of(state.time)},
                       {"mode", name_of(state.time.mode)},
                       {"playing", state.playback.playing()},
                       {"step", name_of_step(state.time_settings.step)},
                       {"speed", state.playback.steps_per_second()},
                       {"loop", loop_words(state)},
                       {"fade_days", state.time_settings.fade_days},
                       {"timeline",
                        {{"shown", state.timeline_shown.empty() ? "all" : edtf_from_span(state.timeline_shown).text()},
                         {"scale", state.timeline_collapsed ? "collapsed" : "even"},
                         {"stacked_by", name_of(state.time_settings.stacked_by)}}},
                       {"names", name_of(state.naming)},
                       {"style", map_style(state).name},
                       {"counts", count_line(state)},
                       {"events", events->told()},
                       {"reports", events->events.size()},
                       {"filter", describe(state.store.filter())},
                       {"tool", name_of(state.tool)},
                       {"picking", state.map_pick},
                       {"search", state.search},
                       {"found", found},
                       {"shown", shown},
                       {"rejected", rejected},
                       {"lost", lost},
                       {"stops", stops},
                       {"stop_notes", notes},
                       {"articles", articles},
                       {"article", state.shown_article},
                       {"selected", state.selected_event},
                       {"fanned", state.fanned_event},
                       {"story",
                        {{"title", story_title(state)},
                         {"steps", steps},
                         {"step", state.show.step + 1},
                         {"presenting", state.show.presenting},
                         {"black", state.show.black},
                         {"notes", state.show.notes},
                         {"highlighted", state.show.highlighted}}},
                       {"dialog", name_of(state.panels.dialog)},
                       {"panels", panels},
                       {"ui_scale", state.ui_scale},
                       {"table",
                        {{"sort", name_of(state.table.sort)},
                         {"order", state.table.order == SortOrder::ascending ? "asc" : "desc"},
                         {"rows", state.table.rows == TableRows::shown ? "shown" : "all"},
                         {"picked", state.table.picked},
                         {"columns", columns}}},
                       {"messages", messages},
                       {"view",
                        {{"crs", state.view.crs},
                         {"centre", {state.view.centre_x, state.view.centre_y}},
                         {"metres_per_px", state.view.metres_per_px},
                         {"size_px", {state.view.width_px, state.view.height_px}},
                         {"pixel_ratio", state.view.pixel_ratio}}}};
    return root.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<void> write_state(const AppState& state, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    file << state_as_json(state) << '\n';
    file.close();
    if (!file) return fail("cannot be written", path, 0, "is the folder there, and may you write to it?");
    return {};
}

}  // namespace chronomap
