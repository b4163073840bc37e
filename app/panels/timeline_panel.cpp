#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/panels/timeline_parts.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

/// Bars of some six pixels where the axis is finest; those of few events are broader, or they would look lost.
const StackedHistogram& bars_for(Ui& ui, float width) {
    const TimeSpan whole = padded_extent(ui.state.extent);
    const TimeSpan shown = ui.state.timeline_shown.empty() ? whole : ui.state.timeline_shown;
    TimelineData& data = ui.memory.timeline;
    const TimelineAxis axis = ui.state.timeline_collapsed ? collapsed_axis(shown, 0, width, data.busy(), ui.px(26))
                                                          : TimelineAxis{shown, 0, width, {}};
    constexpr double most_bins = 20000;
    const double days = static_cast<double>((ui.state.extent.end - ui.state.extent.begin).count());
    constexpr std::size_t few_events = 200;
    const float bar_px = ui.px(ui.state.store.current()->told() < few_events ? 11 : 6);
    return data.bars(static_cast<std::size_t>(std::clamp(days / (days_per_px(axis) * bar_px), 8.0, most_bins)));
}

std::vector<MapLayerPtr> shown_layers(const AppState& state) {
    std::vector<MapLayerPtr> layers;
    for (const ShownLayer& each : state.layers)
        if (each.shown) layers.push_back(each.layer);
    return layers;
}

void show_part(Ui& ui, const TimeSpan& part, const TimeSpan& whole) {
    if (part == whole)
        ui.commands.add("timeline.show", {"all"});
    else if (!part.empty())
        ui.commands.add("timeline.show", {edtf_from_span(part).text()});
}

/// The wheel zooms, sideways it pans; dragging the years, or anything with the middle button, pans; a double click
/// shows all.
void handle_axis(Ui& ui, const TimelineLayout& layout, const TimelineHit& hit, bool hovered) {
    const ImGuiIO& io = ImGui::GetIO();
    const TimeSpan whole = padded_extent(ui.state.extent);
    if (hovered && io.MouseWheel != 0 && !io.KeyShift)
        show_part(ui, zoomed_axis(layout.axis, io.MousePos.x, io.MouseWheel, whole), whole);
    const float sideways = io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0);
    if (hovered && sideways != 0)
        show_part(ui, panned_axis(layout.axis, -sideways * layout.axis.width / 12, whole), whole);
    const bool fits = hit.part == TimelinePart::axis || hit.part == TimelinePart::track;
    if (hovered && fits && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        ui.commands.add("timeline.show", {"all"});
        return;
    }
    // From where the drag began, so that small movements add up.
    if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Middle)) {
        ui.memory.grip = TimelinePart::axis;
        ui.memory.grip_before = layout.axis.span;
    }
    const bool left = ImGui::IsItemActive() && ui.memory.grip == TimelinePart::axis;
    const bool middle = ImGui::IsMouseDown(ImGuiMouseButton_Middle) && ui.memory.grip == TimelinePart::axis;
    if (!(left || middle) || io.MouseDelta.x == 0) return;
    const float from = io.MouseClickedPos[middle ? ImGuiMouseButton_Middle : ImGuiMouseButton_Left].x;
    const TimelineAxis before{ui.memory.grip_before, layout.axis.x, layout.axis.width, {}};
    show_part(ui, panned_axis(before, from - io.MousePos.x, whole), whole);
}

/// Clicks and drags on the chart, as commands.
void handle_mouse(Ui& ui, const TimelineLayout& layout, const TimelineHit& hit, bool hovered) {
    PanelMemory& memory = ui.memory;
    const ImGuiIO& io = ImGui::GetIO();
    const auto set = [&](const TimeSpan& span) {
        if (!span.empty() && span != ui.state.time.span) ui.commands.add("time.set", {edtf_from_span(span).text()});
    };
    if (hovered && hit.part != TimelinePart::nothing) {
        const bool edge = hit.part == TimelinePart::begin_edge || hit.part == TimelinePart::end_edge;
        ImGui::SetMouseCursor(edge ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_Hand);
    }
    if (ImGui::IsItemActivated()) {
        if (hit.part == TimelinePart::stop) {
            ui.commands.add("timeline.stop", {std::to_string(hit.number + 1)});
        } else if (hit.part == TimelinePart::lane) {
            const TimelineLane& lane = memory.timeline.lanes()[hit.number];
            ui.commands.add("time.set", {edtf_from_span(lane.span).text()});
            const auto& events = ui.state.store.current()->events;
            if (!lane.of_layer && lane.events == 1 && lane.first < events.size())
                ui.commands.add("event.select", {events[lane.first].id});
        } else if (hit.part == TimelinePart::axis) {
            memory.grip = hit.part;
            memory.grip_before = layout.axis.span;
        } else if (hit.part != TimelinePart::nothing) {
            ui.commands.add("timeline.pause");
            memory.grip = hit.part;
            memory.grip_before = ui.state.time.span;
            memory.grip_from = layout.axis.day_from_x(io.MousePos.x);
            if (hit.part == TimelinePart::track) set(unit_around(memory.grip_from, unit_to_snap(ui.state)));
        }
    } else if (ImGui::IsItemActive() && memory.grip != TimelinePart::nothing && memory.grip != TimelinePart::axis &&
               io.MouseDelta.x != 0) {
        const Day day = layout.axis.day_from_x(io.MousePos.x);
        const CalendarUnit unit = unit_to_snap(ui.state);
        // A window is drawn anew beside the one that there is.
        const bool brush = memory.grip == TimelinePart::track && ui.state.time.mode == TimeMode::window;
        set(brush ? brushed_span(memory.grip_from, day, unit)
                  : dragged_span(memory.grip, memory.grip_before, memory.grip_from, day, unit));
    }
    if (!ImGui::IsItemActive() && !ImGui::IsMouseDown(ImGuiMouseButton_Middle)) memory.grip = TimelinePart::nothing;
    if (hovered && hit.part != TimelinePart::nothing && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        memory.menu_hit = hit;
        memory.menu_day = layout.axis.day_from_x(io.MousePos.x);
        memory.stop_edited = 0;
        ImGui::OpenPopup("timeline menu");
    }
}

}  // namespace

CalendarUnit unit_to_snap(const AppState& state) {
    return state.time_settings.step.value_or(
        unit_for(state.timeline_shown.empty() ? state.extent : state.timeline_shown));
}

void draw_timeline(Ui& ui) {
    const PixelRect& rect = ui.layout.timeline;
    if (rect.height <= 0) return;
    if (!begin_part(ui, "timeline", rect, palette().paper, {16, 8})) {
        end_part();
        return;
    }
    fill_unclipped({rect.x, rect.y, rect.width, 1}, palette().hairline);
    draw_timeline_controls(ui, rect.width);

    const ImVec2 at = ImGui::GetCursorScreenPos();
    TimelineInput input;
    input.extent = ui.state.extent;
    input.stops = &ui.state.stops;
    input.selection = ui.state.time;
    input.area = {rect.x + ui.px(8), at.y - ui.px(4), rect.width - ui.px(16), rect.bottom() - at.y};
    input.text_height = std::round(ui.fonts.body->FontSize * 1.15F);
    input.unit = ui.unit;
    input.text_width = measure_with(ui.fonts.bold);
    TimelineData& data = ui.memory.timeline;
    data.update(ui.state.store.current(), ui.state.extent, ui.state.time_settings.stacked_by, shown_layers(ui.state));
    if (!ui.state.extent.empty()) input.bars = ui.memory.bars = &bars_for(ui, input.area.width);
    input.lanes = &data.lanes();
    input.shown = ui.state.timeline_shown;
    if (ui.state.timeline_collapsed) input.busy = &data.busy();
    const TimelineLayout layout = layout_timeline(input);
    if (ui.state.extent.empty()) {
        const char* words = ui.state.store.current()->articles.empty() ? "The timeline fills when an article is open."
                                                                       : "No event of this article has a date.";
        const float width = measure_with(ui.fonts.small)(words);
        text_at(ui.fonts.small, {rect.x + (rect.width - width) / 2, layout.histogram.y + layout.histogram.height / 2},
                palette().ink_faint, words);
        end_part();
        return;
    }
    ImGui::SetCursorScreenPos({input.area.x, input.area.y});
    ImGui::InvisibleButton("chart", {input.area.width, std::max(1.0F, input.area.height)});
    const bool hovered = ImGui::IsItemHovered();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const TimelineHit hit = hit_timeline(layout, ui.state.time.mode, mouse.x, mouse.y, ui.unit);
    handle_axis(ui, layout, hit, hovered);
    handle_mouse(ui, layout, hit, hovered);
    // A date that is chosen elsewhere comes into view.
    if (ui.memory.time_seen != ui.state.time && !ui.state.time.effective().meets(layout.axis.span))
        ui.commands.add("timeline.show", {"all"});
    ui.memory.time_seen = ui.state.time;
    draw_timeline_chart(ui, layout, hovered ? hit : TimelineHit{});
    if (hovered) draw_timeline_hint(ui, layout, hit);
    draw_timeline_menu(ui);
    const float moved = splitter(ui, "height", {rect.x, rect.y, rect.width, ui.px(5)}, false);
    if (moved != 0) ui.commands.add("panel.size", {"timeline", std::to_string((rect.height - moved) / ui.unit)});
    end_part();
}

}  // namespace chronomap
