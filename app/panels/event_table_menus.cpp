#include "app/panels/event_table_menus.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

#include "app/panels/event_rows.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

/// The user's verdict on one event or on the picked ones. `now`: nothing where they differ.
void verdict_items(Ui& ui, const std::string& target, std::optional<Verdict> now) {
    constexpr std::array<std::pair<Verdict, const char*>, 4> verdicts{{{Verdict::verified, "Verified"},
                                                                       {Verdict::disputed, "Disputed"},
                                                                       {Verdict::rejected, "Rejected"},
                                                                       {Verdict::none, "No verdict"}}};
    for (const auto& [verdict, word] : verdicts)
        if (ImGui::MenuItem(word, nullptr, now == verdict))
            ui.commands.add("event.verdict", {target, std::string(name_of(verdict))});
}

/// What can be done with several rows at once.
void picked_menu(Ui& ui) {
    const std::size_t count = ui.state.table.picked.size();
    section_heading(ui, std::to_string(count) + " events");
    if (ImGui::MenuItem("Merge into one", nullptr, false, count > 1)) ui.commands.add("event.merge", {"picked"});
    ImGui::Separator();
    std::optional<Verdict> now;
    const EventSetPtr events = ui.state.store.current();
    for (std::size_t i = 0; i < count; ++i) {
        const Event* event = events->find(ui.state.table.picked[i]);
        const Verdict verdict = event == nullptr ? Verdict::none : verdict_of(*event);
        if (i > 0 && now != verdict) {
            now.reset();
            break;
        }
        now = verdict;
    }
    verdict_items(ui, "picked", now);
    ImGui::Separator();
    if (ImGui::MenuItem("Copy as citations", "Ctrl+C")) ui.commands.add("event.copy", {"picked"});
    if (ImGui::MenuItem("Pick none")) ui.commands.add("table.pick", {"none"});
}

}  // namespace

const char* heading_of(TableColumn column) {
    switch (column) {
        case TableColumn::date:
            return "Date";
        case TableColumn::place:
            return "Place";
        case TableColumn::kind:
            return "Kind";
        case TableColumn::modality:
            return "Told as";
        case TableColumn::said_by:
            return "Said by";
        case TableColumn::article:
            return "Article";
        case TableColumn::confidence:
            return "Confidence";
        case TableColumn::verdict:
            return "Your verdict";
        case TableColumn::note:
            return "Your note";
        case TableColumn::quote:
            return "In the source's words";
    }
    return "";
}

void columns_menu(Ui& ui) {
    if (!ImGui::BeginPopup("columns")) return;
    const std::vector<TableColumn> now = shown_table_columns(ui.state);
    section_heading(ui, "Columns");
    for (const TableColumn column : all_table_columns()) {
        const bool has = std::ranges::find(now, column) != now.end();
        if (!ImGui::MenuItem(heading_of(column), nullptr, has, !has || now.size() > 1)) continue;
        std::vector<std::string> names;
        for (const TableColumn each : all_table_columns())
            if ((std::ranges::find(now, each) != now.end()) != (each == column)) names.emplace_back(name_of(each));
        ui.commands.add("table.columns", names);
    }
    ImGui::EndPopup();
}

bool is_picked(const Ui& ui, const std::string& id) {
    return std::ranges::find(ui.state.table.picked, id) != ui.state.table.picked.end();
}

void cell_menu(Ui& ui) {
    if (!ImGui::BeginPopup("cell")) return;
    const EventSetPtr events = ui.state.store.current();
    const EventIndex index = events->index_of(ui.memory.table_cell_event);
    if (is_picked(ui, ui.memory.table_cell_event) && ui.state.table.picked.size() > 1) {
        picked_menu(ui);
    } else if (index < events->events.size()) {
        const Event& event = events->events[index];
        const auto only = [&](const std::string& words, const char* condition, const std::string& value) {
            if (ImGui::MenuItem(elided(words, ui.px(320), measure_with(ui.fonts.body)).c_str()))
                ui.commands.add("filter.set", {condition, value});
        };
        switch (ui.memory.table_cell) {
            case TableColumn::date:
                if (ImGui::MenuItem("Show this date")) ui.commands.add("time.set", {event.date.text()});
                break;
            case TableColumn::place:
                only("Only with “" + place_name_of(event, ui.state.naming) + "”", "words",
                     place_name_of(event, ui.state.naming));
                break;
            case TableColumn::kind:
                only("Only " + words_of(event.kind), "kind", std::string(name_of(event.kind)));
                break;
            case TableColumn::modality:
                only("Only what is told as " + words_of(event.modality), "modality",
                     std::string(name_of(event.modality)));
                break;
            case TableColumn::said_by:
                only("Only what " + (event.attribution.empty() ? "the article itself" : event.attribution) + " says",
                     "said-by", event.attribution.empty() ? "itself" : event.attribution);
                break;
            case TableColumn::article:
                only("Only " + event.article_id, "article", event.article_id);
                break;
            case TableColumn::confidence: {
                char least[16];
                std::snprintf(least, sizeof least, "%.2f", std::floor(event.confidence * 100) / 100);
                only(std::string("Only confidence from ") + least, "confidence", least);
                break;
            }
            case TableColumn::verdict:
                only("Only events " + words_of(verdict_of(event)), "verdict",
                     std::string(name_of(verdict_of(event))));
                break;
            case TableColumn::note:
            case TableColumn::quote:
                break;
        }
        if (ImGui::MenuItem("Show it on the map")) {
            ui.commands.add("event.select", {event.id});
            ui.commands.add("view.fit", {"selected"});
        }
        if (!ui.state.store.filter().is_empty() && ImGui::MenuItem("Clear the filter")) ui.commands.add("filter.clear");
        ImGui::Separator();
        verdict_items(ui, event.id, verdict_of(event));
        ImGui::Separator();
        if (ImGui::MenuItem("Copy as a citation")) ui.commands.add("event.copy", {event.id});
    }
    ImGui::EndPopup();
}

}  // namespace chronomap
