#pragma once

#include <imgui.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/panels/article_page.hpp"
#include "app/panels/card_memory.hpp"
#include "app/panels/compare_dialog.hpp"
#include "app/panels/export_choices.hpp"
#include "app/panels/folder_listing.hpp"
#include "app/panels/story_memory.hpp"
#include "app/panels/text_layout.hpp"
#include "app/state/event_table.hpp"
#include "app/timeline/timeline_data.hpp"
#include "app/timeline/timeline_layout.hpp"
#include "geo/events/event_set.hpp"
#include "render/map_renderer.hpp"

namespace chronomap {

/// Rows of the event list or the table, and what they were made from.
struct RowsMemory {
    TableOrderPtr order;
    TimeSelection time;
    TableRows which = TableRows::shown;
    std::vector<EventIndex> rows;
    std::uint32_t revealed = 0;
};

/// What panels remember from frame to frame that is no state of the program: half-typed text, drags, laid-out text.
struct PanelMemory {
    // The map, given by the window.
    bool map_is_drawn = false;  ///< and stands in the window below the panels, as does what is told beside it
    const std::vector<HitTarget>* map_hits = nullptr;

    StoryMemory story;

    // Event list and table.
    RowsMemory list, table;
    std::string table_cell_event;  ///< id: the cell whose menu is open,
    TableColumn table_cell = TableColumn::date;

    // Search.
    std::string searched;  ///< as typed
    std::uint32_t search_seen = 0;
    bool searching = false;  ///< the field has the keys
    std::size_t search_row = 0;  ///< of what was found: the one that Enter goes to
    bool search_moved = false;   ///< it is to be scrolled to

    ArticlePage article;
    TextSelection selection;
    CompareMemory comparing;

    CardMemory card;

    // Timeline.
    TimelineData timeline;
    const StackedHistogram* bars = nullptr;  ///< of `timeline`, as last drawn
    std::string counts;  ///< count_line() of these:
    EventSetPtr counts_of;
    TimeSelection counts_time;
    TimelineHit menu_hit;  ///< what the timeline's menu was opened over,
    Day menu_day{};        ///< and the day there
    std::size_t stop_edited = 0;  ///< of the stops whose name and note are typed, from 1; 0: none
    std::string stop_name, stop_note;
    TimeSelection time_seen;
    TimelinePart grip = TimelinePart::nothing;
    TimeSpan grip_before;
    Day grip_from{};
    std::string typed_date;
    std::string date_shown;
    bool typing_date = false;
    std::string date_error;

    double mouse_moved_s = 0;  ///< over a presentation

    // Map drag.
    std::vector<ImVec2> drawn;  ///< by the map's tool
    float start_height = 0;      ///< of the start screen, in pixels; 0: not drawn yet
    bool panning = false;
    float pressed_x = 0, pressed_y = 0;

    // Dialogs.
    int dialog_seen = 0;
    bool dialog_appearing = false;
    std::string open_path;
    std::string save_path;
    std::filesystem::path open_folder;
    std::filesystem::path listing_of;
    std::vector<FolderEntry> listing;
    ExportMemory exporting;

    // Splitters.
    float drag_start = 0;
};

}  // namespace chronomap
