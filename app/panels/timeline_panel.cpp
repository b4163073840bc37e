// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "app/panels/event_symbol.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/map_style.hpp"
#include "app/state/time_steps.hpp"
#include "app/timeline/timeline_layout.hpp"

namespace chronomap {

namespace {

/// The field in which one types a date. What cannot be read is said below it, in plain words, and nothing changes.
void draw_date_field(Ui& ui) {
    PanelMemory& memory = ui.memory;
    const std::string shown =
        ui.state.time.span == all_time ? "all dates" : describe(edtf_from_span(ui.state.time.span));
    if (!memory.typing_date && memory.date_shown != shown) {
        memory.typed_date = memory.date_shown = shown;
        memory.date_error.clear();
    }
    ImGui::PushFont(ui.fonts.bold);
    ImGui::SetNextItemWidth(std::clamp(measure_with(ui.fonts.bold)(shown) + ui.px(28), ui.px(120), ui.px(250)));
    const bool wrong = !memory.date_error.empty();
    if (wrong) ImGui::PushStyleColor(ImGuiCol_Border, palette().error);
    const bool entered =
        ImGui::InputTextWithHint("##date", "type a date", &memory.typed_date,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (wrong) ImGui::PopStyleColor();
    memory.typing_date = ImGui::IsItemActive();
    ImGui::PopFont();
    if (entered) {
        const auto date = parse_date_as_typed(memory.typed_date);
        if (memory.typed_date == "all" || memory.typed_date == "all dates") {
            ui.commands.add("time.set", {"all"});
        } else if (!date) {
            memory.date_error = date.error().message;
            memory.date_shown = shown;
        } else {
            memory.date_error.clear();
            memory.date_shown.clear();
            ui.commands.add("time.set", {memory.typed_date});
        }
    }
    if (wrong) {
        const ImVec2 low = ImGui::GetItemRectMin();
        const MeasureText small = measure_with(ui.fonts.small);
        const float width = small(memory.date_error) + ui.px(20);
        const float height = ui.fonts.small->FontSize + ui.px(10);
        ImDrawList& draw = *ImGui::GetForegroundDrawList();
        const ImVec2 at{std::min(low.x, std::max(0.0F, ui.layout.timeline.right() - width)), low.y - height - ui.px(4)};
        draw.AddRectFilled(at, {at.x + width, at.y + height}, palette().error_wash, ui.px(5));
        draw.AddRect(at, {at.x + width, at.y + height}, palette().error, ui.px(5));
        draw.AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + ui.px(10), at.y + ui.px(5)}, palette().error,
                     memory.date_error.c_str());
    } else {
        hint(ui, "Type a date: 1993, Nov 2020, 1988-1994, early 1990s");
    }
}

void draw_controls(Ui& ui, float width) {
    const float line_top = ImGui::GetCursorPosY();
    const bool has_stops = !ui.state.stops.empty();
    const bool playing = ui.state.playback.playing();
    const float size = ImGui::GetFrameHeight() / ui.unit;
    ImGui::BeginDisabled(!has_stops);
    if (glyph_button(ui, "##play", playing ? Glyph::pause : Glyph::play, ButtonLook::accent, size,
                     playing ? "Pause (Space)" : "Play (Space)"))
        ui.commands.add("timeline.toggle");
    ImGui::SameLine();
    if (glyph_button(ui, "##previous", Glyph::previous, ButtonLook::quiet, size, "Stop before (Left)"))
        ui.commands.add("timeline.previous");
    ImGui::SameLine(0, 0);
    if (glyph_button(ui, "##next", Glyph::next, ButtonLook::quiet, size, "Next stop (Right)"))
        ui.commands.add("timeline.next");
    ImGui::EndDisabled();
    ImGui::SameLine();
    draw_date_field(ui);
    if (width > ui.px(560)) {
        ImGui::SameLine(0, ui.px(14));
        static constexpr const char* labels[] = {"At", "Window", "Until", "Since"};
        const int pressed = segmented(ui, "mode", labels, 4, static_cast<int>(ui.state.time.mode));
        if (pressed >= 0) ui.commands.add("time.mode", {std::string(name_of(static_cast<TimeMode>(pressed)))});
        hint(ui, "Which events are shown: at the date, within it, until it, since it");
    }
    const bool all = ui.state.time.effective() == all_time;
    if (width > ui.px(680)) {
        ImGui::SameLine();
        ImGui::PushFont(ui.fonts.small);
        if (button(ui, "All dates", all ? ButtonLook::lit : ButtonLook::quiet)) ui.commands.add("time.set", {"all"});
        ImGui::PopFont();
        hint(ui, "Show every event (A)");
    }
    if (width > ui.px(860)) {
        ImGui::SameLine();
        const float row = ImGui::GetFrameHeight();
        ImGui::PushFont(ui.fonts.small);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (row - ImGui::GetFontSize() - ui.px(2)) / 2);
        bool even = !ui.state.timeline_collapsed;
        if (checkbox(ui, "True scale", &even)) ui.commands.add("timeline.scale", {even ? "even" : "collapsed"});
        ImGui::PopFont();
        hint(ui, "All years alike; without it, long gaps in which nothing happens are drawn short");
    }
    ImGui::SameLine();
    ImGui::SetCursorPosY(line_top);
    const std::string counts = count_line(ui.state);
    const float counts_width = measure_with(ui.fonts.small)(counts);
    const float room = ImGui::GetContentRegionAvail().x;
    if (room > counts_width && !ui.state.store.current()->articles.empty()) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        text_at(ui.fonts.small,
                {at.x + room - counts_width, at.y + (ImGui::GetFrameHeight() - ui.fonts.small->FontSize) / 2},
                palette().ink_soft, counts);
    }
    ImGui::NewLine();
}

/// Bins of some six pixels where the axis is finest, for each kind of events; and when something happens at all.
void refresh_bins(Ui& ui, float width) {
    PanelMemory& memory = ui.memory;
    const EventSetPtr events = ui.state.store.current();
    const TimeSpan whole = padded_extent(ui.state.extent);
    const TimeSpan shown = ui.state.timeline_shown.empty() ? whole : ui.state.timeline_shown;
    if (memory.bins_of != events) {
        memory.busy = busy_spans(events->spans, whole);
        memory.bins_count = 0;
    }
    const TimelineAxis axis = ui.state.timeline_collapsed ? collapsed_axis(shown, 0, width, memory.busy, ui.px(26))
                                                          : TimelineAxis{shown, 0, width, {}};
    constexpr double most_bins = 20000;
    const double days = static_cast<double>((ui.state.extent.end - ui.state.extent.begin).count());
    const auto count = static_cast<std::size_t>(std::clamp(days / (days_per_px(axis) * ui.px(6)), 8.0, most_bins));
    if (memory.bins_of == events && memory.bins_count == count) return;
    memory.bins_of = events;
    memory.bins_count = count;
    memory.bins.clear();
    std::map<EventKind, std::vector<TimeSpan>> spans;
    for (EventIndex i = 0; i < events->events.size(); ++i)
        if (events->reports.lead_of(i) == i) spans[events->events[i].kind].push_back(events->spans[i]);
    for (const auto& [kind, own] : spans) memory.bins.push_back({kind, histogram(own, ui.state.extent, count)});
}

/// Two slanted strokes through the base line: years are left out here.
void draw_break(const Ui& ui, const AxisPiece& piece, const PixelRect& histogram) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float middle = piece.x + piece.width / 2, base = histogram.bottom();
    const float gap = ui.px(3), slant = ui.px(3), reach = ui.px(7);
    draw.AddRectFilled({middle - gap, base - ui.px(2)}, {middle + gap, base + ui.px(3)}, palette().paper);
    for (const float side : {-gap, gap})
        draw.AddLine({middle + side - slant, base + reach}, {middle + side + slant, base - reach}, palette().ink_soft,
                     std::max(1.0F, ui.px(1.2F)));
}

void draw_chart(Ui& ui, const TimelineLayout& layout, const TimelineHit& hovered) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const PixelRect& histogram = layout.histogram;
    if (layout.has_selection) {
        draw.AddRectFilled({layout.selection.x, layout.selection.y}, {layout.selection.right(), histogram.bottom()},
                           palette().accent_tint);
    }
    for (const TimelineBar& bar : layout.bars) {
        const Colour& own = map_style(ui.state).of(bar.kind).colour;
        draw.AddRectFilled(
            {std::round(bar.rect.x), std::round(bar.rect.y)},
            {std::round(bar.rect.x) + std::max(1.0F, std::round(bar.rect.width)), std::round(bar.rect.bottom())},
            tint_of(bar.lit ? own : mixed(map_style(ui.state).page, own, 0.4F)));
    }
    draw.AddRectFilled({histogram.x, histogram.bottom()},
                       {histogram.right(), histogram.bottom() + std::max(1.0F, ui.px(1))}, palette().rule);
    for (const AxisPiece& piece : layout.axis.pieces)
        if (piece.is_break) draw_break(ui, piece, histogram);
    for (const AxisTick& tick : layout.axis_ticks) {
        draw.AddRectFilled({std::round(tick.x), histogram.bottom()},
                           {std::round(tick.x) + 1, histogram.bottom() + ui.px(5)}, palette().rule);
        const float width = measure_with(ui.fonts.small)(tick.label);
        if (tick.x - width / 2 >= layout.ticks.x && tick.x + width / 2 <= layout.ticks.right())
            text_at(ui.fonts.small, {tick.x - width / 2, histogram.bottom() + ui.px(6)}, palette().ink_faint,
                    tick.label);
    }
    for (std::size_t i = 0; i < layout.stops.size(); ++i) {
        const TimelineStopMark& stop = layout.stops[i];
        if (!stop.in_view) continue;
        const bool over = hovered.part == TimelinePart::stop && hovered.stop == i;
        draw.AddCircleFilled({stop.x, histogram.bottom() + ui.px(0.5F)}, ui.px(stop.lit || over ? 4.5F : 3.5F),
                             palette().paper);
        draw.AddCircleFilled({stop.x, histogram.bottom() + ui.px(0.5F)}, ui.px(stop.lit || over ? 3.5F : 2.5F),
                             stop.lit || over ? palette().accent : palette().ink_soft);
        if (!stop.label_fits) continue;
        const std::string& label = ui.state.stops[i].label;
        ImFont* font = stop.lit ? ui.fonts.bold : ui.fonts.body;
        const float width = measure_with(font)(label);
        const float x = stop.label.x + (stop.label.width - width) / 2;
        const ImU32 tint = stop.lit ? palette().accent_dark : over ? palette().accent : palette().ink;
        draw.AddLine({stop.x, stop.label.bottom() + ui.px(1)}, {stop.x, histogram.bottom() - ui.px(5)},
                     stop.lit ? palette().clear : palette().rule_faint);
        text_at(font, {x, stop.label.y + (stop.label.height - font->FontSize) / 2}, tint, label);
    }
    if (!layout.has_selection || ui.state.time.effective() == all_time) return;
    // The handle: a stem through the bars and a knob on the base line; in window mode a grip at either edge.
    const float base = histogram.bottom();
    const auto stem = [&](float x) {
        const float w = std::max(1.0F, ui.px(1));
        draw.AddRectFilled({std::round(x) - w, histogram.y}, {std::round(x) + w, base}, palette().accent);
        draw.AddCircleFilled({x, base}, ui.px(8), palette().paper_raised);
        draw.AddCircleFilled({x, base}, ui.px(6.5F), palette().accent);
    };
    if (ui.state.time.mode == TimeMode::window) {
        stem(layout.selection.x);
        stem(layout.selection.right());
    } else {
        stem(layout.handle.x + layout.handle.width / 2);
    }
}

void show_part(Ui& ui, const TimeSpan& part, const TimeSpan& whole) {
    if (part == whole)
        ui.commands.add("timeline.show", {"all"});
    else if (!part.empty())
        ui.commands.add("timeline.show", {edtf_from_span(part).text()});
}

/// The wheel zooms, sideways it pans; dragging the years pans, a double click on them shows all.
void handle_axis(Ui& ui, const TimelineLayout& layout, const TimelineHit& hit, bool hovered) {
    const ImGuiIO& io = ImGui::GetIO();
    const TimeSpan whole = padded_extent(ui.state.extent);
    if (hovered && io.MouseWheel != 0 && !io.KeyShift)
        show_part(ui, zoomed_axis(layout.axis, io.MousePos.x, io.MouseWheel, whole), whole);
    const float sideways = io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0);
    if (hovered && sideways != 0)
        show_part(ui, panned_axis(layout.axis, -sideways * layout.axis.width / 12, whole), whole);
    if (hovered && hit.part == TimelinePart::axis && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        ui.commands.add("timeline.show", {"all"});
    else if (ImGui::IsItemActive() && ui.memory.grip == TimelinePart::axis && io.MouseDelta.x != 0)
        show_part(ui, panned_axis(layout.axis, -io.MouseDelta.x, whole), whole);
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
            ui.commands.add("timeline.stop", {std::to_string(hit.stop + 1)});
        } else if (hit.part == TimelinePart::axis) {
            memory.grip = hit.part;
        } else if (hit.part != TimelinePart::nothing) {
            ui.commands.add("timeline.pause");
            memory.grip = hit.part;
            memory.grip_before = ui.state.time.span;
            memory.grip_from = layout.axis.day_from_x(io.MousePos.x);
            if (hit.part == TimelinePart::track)
                set(dragged_span(hit.part, memory.grip_before, memory.grip_from, memory.grip_from, ui.state.extent));
        }
    } else if (ImGui::IsItemActive() && memory.grip != TimelinePart::nothing && memory.grip != TimelinePart::axis &&
               io.MouseDelta.x != 0) {
        set(dragged_span(memory.grip, memory.grip_before, memory.grip_from, layout.axis.day_from_x(io.MousePos.x),
                         ui.state.extent));
    }
    if (!ImGui::IsItemActive()) memory.grip = TimelinePart::nothing;
}

}  // namespace

void draw_timeline(Ui& ui) {
    const PixelRect& rect = ui.layout.timeline;
    if (rect.height <= 0) return;
    if (!begin_part(ui, "timeline", rect, palette().paper, {16, 8})) {
        end_part();
        return;
    }
    fill_unclipped({rect.x, rect.y, rect.width, 1}, palette().hairline);
    draw_controls(ui, rect.width);

    const ImVec2 at = ImGui::GetCursorScreenPos();
    TimelineInput input;
    input.extent = ui.state.extent;
    input.stops = &ui.state.stops;
    input.selection = ui.state.time;
    input.area = {rect.x + ui.px(8), at.y - ui.px(4), rect.width - ui.px(16), rect.bottom() - at.y};
    input.text_height = std::round(ui.fonts.body->FontSize * 1.15F);
    input.unit = ui.unit;
    input.text_width = measure_with(ui.fonts.bold);
    if (!ui.state.extent.empty()) refresh_bins(ui, input.area.width);
    input.bins = &ui.memory.bins;
    input.shown = ui.state.timeline_shown;
    if (ui.state.timeline_collapsed) input.busy = &ui.memory.busy;
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
    draw_chart(ui, layout, hovered ? hit : TimelineHit{});
    end_part();
}

}  // namespace chronomap
