#include "app/state/panels.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace chronomap {

namespace {

constexpr std::array<std::pair<Panel, std::string_view>, 7> panel_names{{{Panel::events, "events"},
                                                                         {Panel::residue, "residue"},
                                                                         {Panel::article, "article"},
                                                                         {Panel::source, "source"},
                                                                         {Panel::timeline, "timeline"},
                                                                         {Panel::table, "table"},
                                                                         {Panel::story, "story"}}};

constexpr std::array<std::pair<Dialog, std::string_view>, 10> dialog_names{{{Dialog::none, "none"},
                                                                           {Dialog::open_file, "open"},
                                                                           {Dialog::save_file, "save"},
                                                                           {Dialog::unsaved_work, "unsaved"},
                                                                           {Dialog::recover, "recover"},
                                                                           {Dialog::export_image, "export"},
                                                                           {Dialog::help, "help"},
                                                                           {Dialog::about, "about"},
                                                                           {Dialog::log, "log"},
                                                                           {Dialog::compare, "compare"}}};

template <class Names, class Value>
std::string_view find_name(const Names& names, Value value) {
    for (const auto& [key, name] : names)
        if (key == value) return name;
    return {};
}

template <class Value, class Names>
std::optional<Value> find_value(const Names& names, std::string_view wanted) {
    for (const auto& [key, name] : names)
        if (name == wanted) return key;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Panel panel) {
    return find_name(panel_names, panel);
}
std::optional<Panel> panel_from(std::string_view name) {
    return find_value<Panel>(panel_names, name);
}
std::string_view name_of(Dialog dialog) {
    return find_name(dialog_names, dialog);
}
std::optional<Dialog> dialog_from(std::string_view name) {
    return find_value<Dialog>(dialog_names, name);
}

bool is_shown(const PanelState& panels, Panel panel) {
    switch (panel) {
        case Panel::events:
            return panels.events;
        case Panel::residue:
            return panels.residue;
        case Panel::article:
            return panels.article;
        case Panel::source:
            return panels.source;
        case Panel::timeline:
            return panels.timeline;
        case Panel::table:
            return panels.table;
        case Panel::story:
            return panels.story;
    }
    return false;
}

std::vector<std::string> shown_panels(const PanelState& panels) {
    std::vector<std::string> names;
    for (const Panel panel : all_panels)
        if (is_shown(panels, panel)) names.emplace_back(name_of(panel));
    return names;
}

void show_panels(PanelState& panels, const std::vector<std::string>& names) {
    if (names.empty()) return;
    const Panel front = panels.front;
    for (const Panel panel : all_panels) {
        const bool shown = std::ranges::find(names, name_of(panel)) != names.end();
        if (shown != is_shown(panels, panel)) set_shown(panels, panel, shown);
    }
    panels.front = front;
}

Panel front_panel(const PanelState& panels) {
    if (is_shown(panels, panels.front)) return panels.front;
    for (const Panel panel : {Panel::article, Panel::events, Panel::residue, Panel::story, Panel::source})
        if (is_shown(panels, panel)) return panel;
    return panels.front;
}

void set_shown(PanelState& panels, Panel panel, bool shown) {
    if (shown && panel != Panel::timeline && panel != Panel::table) panels.front = panel;
    switch (panel) {
        case Panel::events:
            panels.events = shown;
            if (shown) panels.residue = panels.story = false;
            break;
        case Panel::residue:
            panels.residue = shown;
            if (shown) panels.events = panels.story = false;
            break;
        case Panel::article:
            panels.article = shown;
            break;
        case Panel::source:
            panels.source = shown;
            break;
        case Panel::timeline:
            panels.timeline = shown;
            break;
        case Panel::table:
            panels.table = shown;
            break;
        case Panel::story:
            panels.story = shown;
            if (shown) panels.events = panels.residue = false;
            break;
    }
}

}  // namespace chronomap
