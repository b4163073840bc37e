// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/panels/timeline_parts.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

std::string number_word(std::size_t index) {
    return std::to_string(index + 1);
}

/// Two fields for the name and the note of a stop. They are taken when they are left.
void edit_stop(Ui& ui, std::size_t index) {
    PanelMemory& memory = ui.memory;
    const TimelineStop& stop = ui.state.stops[index];
    if (memory.stop_edited != index + 1) {
        memory.stop_edited = index + 1;
        memory.stop_name = stop.label == describe(edtf_from_span(stop.span)) ? std::string() : stop.label;
        memory.stop_note = stop.note;
    }
    const std::string date = describe(edtf_from_span(stop.span));
    ImGui::SetNextItemWidth(ui.px(260));
    ImGui::InputTextWithHint("##name", ("name instead of " + date).c_str(), &memory.stop_name);
    if (ImGui::IsItemDeactivatedAfterEdit()) ui.commands.add("stop.name", {number_word(index), memory.stop_name});
    ImGui::InputTextMultiline("##note", &memory.stop_note, {ui.px(260), ui.px(58)});
    if (ImGui::IsItemDeactivatedAfterEdit()) ui.commands.add("stop.note", {number_word(index), memory.stop_note});
    if (memory.stop_note.empty() && !ImGui::IsItemActive()) {
        const ImVec2 low = ImGui::GetItemRectMin(), padding = ImGui::GetStyle().FramePadding;
        text_at(ui.fonts.body, {low.x + padding.x, low.y + padding.y}, palette().ink_faint, "note");
    }
}

enum class StopItems : std::uint8_t { in_a_row, below_a_line };

/// What to do with the stops as a whole.
void stop_items(Ui& ui, StopItems place) {
    const TimeSelection& time = ui.state.time;
    const bool is_stop = std::ranges::any_of(ui.state.stops, [&](const auto& stop) { return stop.span == time.span; });
    const bool closed = time.span.begin != open_begin && time.span.end != open_end;
    const bool own = ui.state.history.current().stops.has_value();
    if (place == StopItems::below_a_line && (own || (closed && !is_stop))) ImGui::Separator();
    if (closed && !is_stop) {
        const std::string words = "Make " + describe(edtf_from_span(time.span)) + " a stop";
        if (ImGui::MenuItem(words.c_str())) ui.commands.add("stop.add");
    }
    if (own && ImGui::MenuItem("Find the stops from the data again"))
        ui.commands.add("stop.find");
}

void menu_of_stop(Ui& ui, std::size_t index) {
    const TimelineStop& stop = ui.state.stops[index];
    section_heading(ui, "Stop " + number_word(index) + ": " + describe(edtf_from_span(stop.span)));
    edit_stop(ui, index);
    if (ImGui::MenuItem("Go there")) ui.commands.add("timeline.stop", {number_word(index)});
    if (ImGui::MenuItem("Remove the stop")) ui.commands.add("stop.remove", {number_word(index)});
}

void menu_of_date(Ui& ui, Day day) {
    const TimeSpan span = unit_around(day, unit_to_snap(ui.state));
    const EdtfDate date = edtf_from_span(span);
    section_heading(ui, describe(date));
    if (ImGui::MenuItem(("Show " + describe(date)).c_str())) ui.commands.add("time.set", {date.text()});
    const bool is_stop = std::ranges::any_of(ui.state.stops, [&](const auto& stop) { return stop.span == span; });
    if (!is_stop && span != ui.state.time.span && ImGui::MenuItem(("Make " + describe(date) + " a stop").c_str())) {
        ui.commands.add("time.set", {date.text()});
        ui.commands.add("stop.add");
    }
    stop_items(ui, StopItems::in_a_row);
    ImGui::Separator();
    const TimeSpan& chosen = ui.state.time.span;
    if (chosen != all_time && ImGui::MenuItem(("Play only " + describe(edtf_from_span(chosen))).c_str()))
        ui.commands.add("play.loop", {"selection"});
    if (ui.state.time_settings.loop_range != all_time && ImGui::MenuItem("Play all dates"))
        ui.commands.add("play.loop", {"off"});
    if (!ui.state.timeline_shown.empty() && ImGui::MenuItem("Show the whole timeline", "double click on the years"))
        ui.commands.add("timeline.show", {"all"});
}

}  // namespace

void draw_stop_list(Ui& ui) {
    ImGui::BeginDisabled(ui.state.stops.empty());
    if (button(ui, "Stops", ButtonLook::quiet)) {
        ImGui::OpenPopup("stops");
        ui.memory.stop_edited = 0;
    }
    ImGui::EndDisabled();
    hint(ui, "The dates at which one stops, with their names and notes");
    if (!ImGui::BeginPopup("stops")) return;
    draw_stop_items(ui);
    ImGui::EndPopup();
}

void draw_stop_items(Ui& ui) {
    const auto& stops = ui.state.stops;
    section_heading(ui, ui.state.history.current().stops ? "Stops of your own" : "Stops found from the data");
    for (std::size_t i = 0; i < stops.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const bool edited = ui.memory.stop_edited == i + 1;
        const std::string date = describe(edtf_from_span(stops[i].span));
        const std::string label = number_word(i) + "  " + stops[i].label + (stops[i].label == date ? "" : ", " + date);
        ImGui::PushStyleVar(ImGuiStyleVar_SelectableTextAlign, {0, 0.5F});
        const bool chosen =
            ImGui::Selectable(label.c_str(), stops[i].span == ui.state.time.span, ImGuiSelectableFlags_DontClosePopups,
                              {ui.px(260), ImGui::GetFrameHeight()});
        ImGui::PopStyleVar();
        if (chosen) {
            ui.commands.add("timeline.stop", {number_word(i)});
            ui.memory.stop_edited = 0;
        }
        ImGui::SameLine(0, ui.px(8));
        if (button(ui, edited ? "Done" : "Edit", ButtonLook::quiet)) {
            if (edited)
                ui.memory.stop_edited = 0;
            else
                ui.memory.stop_edited = i + 1, ui.memory.stop_name.clear(), ui.memory.stop_note = stops[i].note;
            if (!edited && stops[i].label != date) ui.memory.stop_name = stops[i].label;
        }
        ImGui::SameLine(0, 0);
        if (glyph_button(ui, "##remove", Glyph::close, ButtonLook::quiet, ImGui::GetFrameHeight() / ui.unit,
                         "Remove the stop")) {
            ui.commands.add("stop.remove", {number_word(i)});
            ui.memory.stop_edited = 0;
        }
        if (edited)
            edit_stop(ui, i);
        else if (!stops[i].note.empty())
            text_in(ui.fonts.small, palette().ink_soft, elided(stops[i].note, ui.px(300), measure_with(ui.fonts.small)));
        ImGui::PopID();
    }
    stop_items(ui, StopItems::below_a_line);
}

void draw_timeline_menu(Ui& ui) {
    if (!ImGui::BeginPopup("timeline menu")) return;
    const TimelineHit& hit = ui.memory.menu_hit;
    if (hit.part == TimelinePart::stop && hit.number < ui.state.stops.size())
        menu_of_stop(ui, hit.number);
    else
        menu_of_date(ui, ui.memory.menu_day);
    ImGui::EndPopup();
}

}  // namespace chronomap
