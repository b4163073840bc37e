#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chronomap {

/// Parts of the window that can be hidden.
enum class Panel : std::uint8_t { events, residue, article, source, timeline, table, story };
inline constexpr std::array<Panel, 7> all_panels{Panel::events,   Panel::residue, Panel::article, Panel::source,
                                                 Panel::timeline, Panel::table,   Panel::story};

/// Dialogs over the window; at most one is open.
enum class Dialog : std::uint8_t {
    none,
    open_file,
    save_file,
    unsaved_work,  ///< what is to become of it
    recover,       ///< work of a session that ended unasked
    export_image,
    help,
    about,
    log,
    compare
};

/// Which panels are open and how wide they are, in nominal pixels (before the interface's scale).
struct PanelState {
    bool events = true;
    bool residue = false;
    bool article = true;
    bool source = true;
    bool timeline = true;
    bool table = false;  ///< of events, above the timeline
    bool story = false;
    float left_width = 300;
    float right_width = 400;
    float source_height = 250;
    float table_height = 250;
    float timeline_height = 0;     ///< 0: as suits the window
    Panel front = Panel::article;  ///< the one seen where a narrow window has room for one only
    Dialog dialog = Dialog::none;
};

std::string_view name_of(Panel panel);
std::optional<Panel> panel_from(std::string_view name);
std::string_view name_of(Dialog dialog);
std::optional<Dialog> dialog_from(std::string_view name);

bool is_shown(const PanelState& panels, Panel panel);
/// Events, residue and story share one place on the left: showing one hides the others.
void set_shown(PanelState& panels, Panel panel, bool shown);
/// Names of the panels that are shown.
std::vector<std::string> shown_panels(const PanelState& panels);
/// Shows these panels and hides the others; when none are named, nothing changes.
void show_panels(PanelState& panels, const std::vector<std::string>& names);
/// The panel that a narrow window shows: the last one asked for, or the first that is not hidden.
Panel front_panel(const PanelState& panels);

}  // namespace chronomap
