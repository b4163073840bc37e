#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/export/view_document.hpp"
#include "app/settings/user_settings.hpp"
#include "app/state/comparing.hpp"
#include "app/state/event_table.hpp"
#include "app/state/found.hpp"
#include "app/state/history.hpp"
#include "app/state/panels.hpp"
#include "app/state/prepared_events.hpp"
#include "app/state/project_state.hpp"
#include "app/state/reading.hpp"
#include "app/state/requests.hpp"
#include "app/state/time_settings.hpp"
#include "app/story/story_show.hpp"
#include "geo/events/event_set.hpp"
#include "geo/places/place.hpp"
#include "geo/time/play_plan.hpp"
#include "geo/time/playback.hpp"
#include "geo/time/timeline.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// A smooth move of the camera from one view to another. `started_s` is on AppState::now_s's clock.
struct Flight {
    View from;
    View to;
    double started_s = 0;
    double duration_s = 0.45;
};

/// A layer, and whether the map shows it.
struct ShownLayer {
    MapLayerPtr layer;
    bool shown = true;
    bool own = false;  ///< comes with the program
};

enum class MessageLevel : std::uint8_t { info, warning, error };

/// Something the program has to say to its user, in plain words.
struct Message {
    MessageLevel level = MessageLevel::info;
    std::string text;
    std::string path{};  ///< of the file that it is about, where it is about one
    EditsPtr undoes{};   ///< the edits as the change that it tells of left them: it can be undone while they are current
};

/// A file that was read, and the articles or layers that it gave.
struct OpenFile {
    DocumentFile file;
    std::vector<std::string> articles;  ///< ids
    std::vector<std::string> layers;    ///< ids
};

/// What dragging on the map does.
enum class MapTool : std::uint8_t {
    none,  ///< moves it
    box,   ///< draws a box to filter by
    lasso  ///< draws an area to filter by
};
std::string_view name_of(MapTool tool);
std::optional<MapTool> map_tool_from(std::string_view name);

/// The events of a set that meet a span.
struct ShownEvents {
    EventSetPtr of;
    TimeSpan span;
    std::vector<EventIndex> events;
};

/// Playback that leaves time to read a map: not quite two seconds on each stop, half a second on other steps.
inline Playback unhurried_playback() {
    Playback playback;
    playback.set_steps_per_second(2);
    playback.set_dwell(1.3);
    return playback;
}

/// All that the window shows, as plain values. Only commands (app/commands) and `advance` change it; panels read it.
struct AppState {
    EventStore store;
    FramedEvents framed;   ///< what `fit` last framed
    History history;       ///< what the user made of the material; changed by `edit` (app/state/editing.hpp) only
    ProjectState project;  ///< the file that all this is kept in
    std::shared_ptr<const Basemap> basemap;
    std::shared_ptr<const Style> style;      ///< null until one was set: the default one
    std::string style_file;                  ///< watched by the window; empty while none was set
    bool style_file_broken = false;          ///< it was written with a mistake since `style` was read from it
    std::vector<std::string> style_choices;  ///< names of the styles shipped, for menus
    ReliefChoice relief;
    std::shared_ptr<GroundSource> ground;        ///< what was drawn of relief and rasters; made by the window's loop
    bool ground_drawing = false;                 ///< a picture of relief or raster for the view is on its way,
    double ground_since_s = 0;                   ///< since then,
    std::string ground_file;                     ///< from this file
    std::vector<ShownLayer> layers;              ///< areas, lines and rasters over time, the lowest first
    std::shared_ptr<const Gazetteer> gazetteer;  ///< names of the basemap's towns; null until a file was read
    std::vector<std::string> map_sources;        ///< credit lines of the basemap, for the map and About
    std::vector<std::string> gazetteer_sources;  ///< credit lines of the gazetteers, for About

    std::vector<OpenFile> files;  ///< that were read; of which all may be closed by now

    // Filled when the events or the edits change.
    std::vector<TimelineStop> stops;  ///< the user's own, or those that the data suggest
    TimeSpan extent;                  ///< of the timeline; empty when there are no dated events

    TimeSpan timeline_shown;         ///< the part of the timeline that is in view; empty: all
    bool timeline_collapsed = true;  ///< gaps without events are drawn short

    TimeSelection time;
    NamingPolicy naming = NamingPolicy::source;
    TimeSettings time_settings;
    Playback playback = unhurried_playback();  ///< steps through `play_steps`
    std::vector<PlayStep> play_steps;          ///< planned when playback began
    int play_units = 1;                        ///< how many steps wide a window was then
    double played_at_s = 0;                    ///< when playback was last told the time

    View view;
    bool view_is_fitted = true;  ///< while the view is the one `view.fit` gives: a resize fits it again
    std::optional<Flight> flight;

    std::string selected_event;  ///< event id; empty: none
    std::string hovered_event;
    std::string fanned_event;        ///< the symbol that stands for this event and others is fanned out; empty: none
    std::string shown_article;       ///< article id; empty: none
    TextRange marked;                ///< bytes of the shown article that are marked: the sentence looked at
    std::uint32_t reveal_count = 0;  ///< grows with each selection: panels scroll to it once

    StoryShow show;  ///< how the story of the edits is told

    Reading reading;      ///< of the shown article
    Comparing comparing;  ///< several articles beside each other

    std::string search;              ///< words that are searched for; empty: none
    std::vector<Found> found;        ///< what has them
    bool search_due = false;         ///< `found` is of other words: a search is under way
    std::uint32_t search_asked = 0;  ///< grows when the search field is to take the keys

    MapTool tool = MapTool::none;       ///< what dragging on the map does
    std::vector<std::string> map_pick;  ///< a command that waits for a click on the map, its last two words; or empty
    PanelState panels;
    EventTable table;
    std::string title;            ///< written on exports; empty: the article's title
    FurnitureSettings furniture;  ///< of exports, and of the window where it shows all
    bool full_furniture = false;  ///< title, caption and legend over the map in the window too
    double ui_scale = 1;

    std::vector<Message> messages;  ///< the log, oldest first
    bool message_visible = false;   ///< the bar with the last message

    UserSettings settings;  ///< from the settings file
    Requests requests;
    JobStatus job;
    double now_s = 0;     ///< set by the loop before anything else in a frame
    bool animate = true;  ///< off: flights end at once

    mutable ShownEvents shown;  ///< worked out when shown_events() is asked for them
};

/// Events that the slider shows, ascending. Valid until events or date change.
const std::vector<EventIndex>& shown_events(const AppState& state);

/// The event that is selected, which may be one that was rejected; or null.
const Event* selected_event(const AppState& state);

/// The id of the report that stands on map and list for the event that has the report `event_id`; itself where it is
/// the only one.
std::string shown_for(const AppState& state, const std::string& event_id);

/// The extraction of an article, or null.
ExtractionPtr article_of(const AppState& state, std::string_view article_id);

/// "12 of 57 shown, 3 undated, 2 unplaced".
std::string count_line(const AppState& state);

/// To be called after the store changed: finds stops and extent anew and drops a selection that is gone.
void events_changed(AppState& state);

/// Puts extractions into the store, shows the last one's article and, for the first ones, chooses the time. Fits the
/// view. What was prepared from the store as it is is taken over.
void add_extractions(AppState& state, std::vector<ExtractionPtr> extractions, PreparedEvents prepared = {});
void add_extraction(AppState& state, ExtractionPtr extraction);

/// Remembers a file whose articles were added, instead of what was read from the same path before.
void add_file(AppState& state, OpenFile file);

/// What was made into the map: the files whose articles are open or whose layers are shown, and the style.
ViewDocument made_from(const AppState& state);

/// Appends to the log and shows the bar.
void say(AppState& state, MessageLevel level, std::string text);
/// The same for an error, in plain words; `before` stands before them.
void say(AppState& state, MessageLevel level, const Error& error, const std::string& before = {});

/// Says what the last edit did, with a way to undo it.
void say_edited(AppState& state, std::string text);

/// What the state's clock brings: flights move, playback steps. True while something still moves.
bool advance(AppState& state);

/// The scene that the map shows; `furniture_for_export` writes title, caption and legend as well.
Scene scene_of(const AppState& state);

}  // namespace chronomap
