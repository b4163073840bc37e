#include <imgui.h>

#include <algorithm>

#include "app/panels/timeline_parts.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/time_steps.hpp"
#include "render/furniture/legend_rows.hpp"

namespace chronomap {

namespace {

std::string events_in_words(std::size_t count) {
    return count == 0 ? "no event" : count == 1 ? "1 event" : std::to_string(count) + " events";
}

/// Above the timeline, so that no bar is covered, and within the window.
void begin_hint(const Ui& ui) {
    const PixelRect& rect = ui.layout.timeline;
    const float x = ImGui::GetIO().MousePos.x;
    ImGui::SetNextWindowPos({x, rect.y - ui.px(3)}, ImGuiCond_Always,
                            {std::clamp((x - rect.x) / std::max(1.0F, rect.width), 0.0F, 1.0F), 1});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(10), ui.px(6)});
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui.px(340));
}

void end_hint() {
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

/// Where the axis leaves years out.
void hint_of_gap(const Ui& ui, const TimeSpan& gap) {
    const TimeSpan years{unit_around(gap.begin, CalendarUnit::year).end, unit_around(gap.end, CalendarUnit::year).begin};
    begin_hint(ui);
    text_in(ui.fonts.bold, palette().ink, describe(edtf_from_span(years.empty() ? gap : years)) + ": drawn short");
    text_in(ui.fonts.small, palette().ink_soft, "Nothing begins here. Options, \u201cAll years alike\u201d draws it to scale.");
    end_hint();
}

/// What happens in the bar under the mouse, by group.
void hint_of_bar(Ui& ui, const TimelineLayout& layout) {
    TimelineData& data = ui.memory.timeline;
    const auto& bins = ui.memory.bars->bins;
    const float x = ImGui::GetIO().MousePos.x;
    for (const AxisPiece& piece : layout.axis.pieces)
        if (piece.is_break && piece.x <= x && x < piece.x + piece.width) return hint_of_gap(ui, piece.span);
    const Day day = layout.axis.day_from_x(x);
    const auto bin = std::ranges::upper_bound(bins, day, {}, &TimeSpan::end);
    if (bin == bins.end() || !bin->contains(day)) return;
    const TimelineData::Counts& counts = data.counts_in(*bin);
    begin_hint(ui);
    text_in(ui.fonts.bold, palette().ink, describe(edtf_from_span(*bin)) + ": " + events_in_words(counts.all));
    constexpr int most_rows = 8;
    int rows = 0;
    for (std::size_t i = counts.groups.size(); i-- > 0;) {
        if (counts.groups[i] == 0 || ++rows > most_rows) continue;
        const BarGroup& group = data.groups()[i];
        draw_group_row(ui, group, std::to_string(counts.groups[i]) + "  " + group.name);
    }
    if (rows > most_rows)
        text_in(ui.fonts.small, palette().ink_soft, "and " + std::to_string(rows - most_rows) + " more");
    if (counts.uncertain > 0)
        text_in(ui.fonts.small, palette().ink_soft,
                std::to_string(counts.uncertain) + " with a date inferred or approximate (hatched)");
    end_hint();
}

void hint_of_lane(const Ui& ui, const TimelineLane& lane) {
    begin_hint(ui);
    if (lane.of_layer) {
        text_in(ui.fonts.bold, palette().ink, lane.words);
        text_in(ui.fonts.small, palette().ink_soft, "area on the map");
    } else {
        const EventSetPtr events = ui.state.store.current();
        text_in(ui.fonts.bold, palette().ink,
                describe(edtf_from_span(lane.span)) + ": " +
                    (lane.events > 1 ? events_in_words(lane.events) + ", " : std::string()) +
                    std::string(words_of(lane.kind)));
        if (lane.first < events->events.size())
            text_in(ui.fonts.small, palette().ink, "\u201c" + events->events[lane.first].quote + "\u201d");
        if (lane.uncertain) text_in(ui.fonts.small, palette().ink_soft, "soft ends: the date is inferred or approximate");
    }
    end_hint();
}

void hint_of_stop(const Ui& ui, const TimelineStop& stop, std::size_t number) {
    begin_hint(ui);
    const std::string date = describe(edtf_from_span(stop.span));
    text_in(ui.fonts.bold, palette().ink, stop.label);
    if (stop.label != date) text_in(ui.fonts.small, palette().ink_soft, date);
    if (!stop.note.empty()) text_in(ui.fonts.body, palette().ink, stop.note);
    text_in(ui.fonts.small, palette().ink_soft,
            events_in_words(stop.events) + (number < 9 ? " (key " + std::to_string(number + 1) + ")" : ""));
    end_hint();
}

void hint_of_lanes_left_out(const Ui& ui, std::size_t count) {
    begin_hint(ui);
    text_in(ui.fonts.bold, palette().ink, std::to_string(count) + " more that last");
    text_in(ui.fonts.small, palette().ink_soft, "There is no room for their bars: drag the timeline\u2019s upper edge.");
    end_hint();
}

}  // namespace

void draw_timeline_hint(Ui& ui, const TimelineLayout& layout, const TimelineHit& hovered) {
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsPopupOpen("timeline menu")) return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (layout.lanes_left_out > 0 && mouse.x >= layout.lanes.right() && mouse.y >= layout.lanes.y &&
        mouse.y < layout.histogram.y)
        return hint_of_lanes_left_out(ui, layout.lanes_left_out);
    switch (hovered.part) {
        case TimelinePart::stop:
            if (hovered.number < ui.state.stops.size())
                hint_of_stop(ui, ui.state.stops[hovered.number], hovered.number);
            break;
        case TimelinePart::lane:
            hint_of_lane(ui, ui.memory.timeline.lanes()[hovered.number]);
            break;
        case TimelinePart::track:
        case TimelinePart::handle:
        case TimelinePart::begin_edge:
        case TimelinePart::end_edge:
            hint_of_bar(ui, layout);
            break;
        default:
            break;
    }
}

}  // namespace chronomap
