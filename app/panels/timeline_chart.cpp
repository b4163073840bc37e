#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/panels/event_symbol.hpp"
#include "app/panels/timeline_parts.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/map_style.hpp"
#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

Colour colour_of(const Ui& ui, const TimelineLane& lane) {
    const Style& style = map_style(ui.state);
    return lane.of_layer ? style.layer_colours[lane.holder % style.layer_colours.size()] : style.of(lane.kind).colour;
}

Colour dimmed(const Ui& ui, const Colour& own, bool lit) {
    return lit ? own : mixed(map_style(ui.state).page, own, 0.4F);
}

/// Slanted strokes of paper over a box: its dates are not certain.
void hatch(const Ui& ui, const PixelRect& rect) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float gap = std::max(3.0F, ui.px(4)), width = std::max(1.0F, ui.px(1.3F));
    draw.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
    for (float at = rect.y - rect.width; at < rect.bottom(); at += gap)
        draw.AddLine({rect.x - 1, at + rect.width + 1}, {rect.right() + 1, at - 1}, palette().paper, width);
    draw.PopClipRect();
}

void draw_bars(const Ui& ui, const TimelineLayout& layout) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    for (const TimelineBar& bar : layout.bars) {
        const PixelRect box{std::round(bar.rect.x), std::round(bar.rect.y),
                            std::max(1.0F, std::round(bar.rect.width)),
                            std::max(1.0F, std::round(bar.rect.bottom()) - std::round(bar.rect.y))};
        draw.AddRectFilled({box.x, box.y}, {box.right(), box.bottom()},
                           tint_of(dimmed(ui, colour_of_group(ui, ui.memory.timeline.groups()[bar.group]), bar.lit)));
        if (bar.uncertain) hatch(ui, box);
    }
}

/// Bars of what lasts: ends that are not known fade out, those of uncertain dates are soft.
void draw_lanes(const Ui& ui, const TimelineLayout& layout, const TimelineHit& hovered) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const auto& lanes = ui.memory.timeline.lanes();
    for (const TimelineLaneMark& mark : layout.lane_marks) {
        const TimelineLane& lane = lanes[mark.lane];
        const bool over = hovered.part == TimelinePart::lane && hovered.number == mark.lane;
        const ImU32 full = tint_of(dimmed(ui, colour_of(ui, lane), mark.lit || over));
        const ImU32 none = full & ~IM_COL32_A_MASK;
        const float left = std::round(mark.rect.x), right = std::max(left + 2, std::round(mark.rect.right()));
        const float top = std::round(mark.rect.y), bottom = std::round(mark.rect.bottom());
        const float soft = std::min((right - left) / 3, ui.px(lane.uncertain ? 14 : 26));
        const bool soft_begin = lane.uncertain || mark.open_begin, soft_end = lane.uncertain || mark.open_end;
        const float from = soft_begin ? left + soft : left, to = soft_end ? right - soft : right;
        if (soft_begin) draw.AddRectFilledMultiColor({left, top}, {from, bottom}, none, full, full, none);
        draw.AddRectFilled({from, top}, {to, bottom}, full);
        if (soft_end) draw.AddRectFilledMultiColor({to, top}, {right, bottom}, full, none, none, full);
        // Areas of the map are framed, as they are there.
        if (lane.of_layer && !soft_begin && !soft_end)
            draw.AddRect({left, top}, {right, bottom}, tint_of(colour_of(ui, lane)), 0, 0, std::max(1.0F, ui.px(1)));
    }
    if (layout.lanes_left_out == 0) return;
    const std::string more = "+" + std::to_string(layout.lanes_left_out);  // told by hint_of_lanes_left_out
    text_at(ui.fonts.small,
            {layout.lanes.right() + ui.px(3), layout.lanes.y + layout.lanes.height / 2 - ui.fonts.small->FontSize / 2},
            palette().ink_faint, more);
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

void draw_axis(const Ui& ui, const TimelineLayout& layout) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const PixelRect& histogram = layout.histogram;
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
}

void draw_stops(const Ui& ui, const TimelineLayout& layout, const TimelineHit& hovered) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const PixelRect& histogram = layout.histogram;
    for (std::size_t i = 0; i < layout.stops.size(); ++i) {
        const TimelineStopMark& stop = layout.stops[i];
        if (!stop.in_view) continue;
        const bool over = hovered.part == TimelinePart::stop && hovered.number == i;
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
        // A stop with a note has a small mark beside its name.
        if (!ui.state.stops[i].note.empty())
            draw.AddCircleFilled({x + width + ui.px(4), stop.label.y + stop.label.height * 0.35F}, ui.px(1.8F), tint);
    }
}

/// Where playback stays, when it loops over a part: a line with ends below the base line.
void draw_loop(const Ui& ui, const TimelineLayout& layout) {
    const TimeSpan& range = ui.state.time_settings.loop_range;
    if (range == all_time || !range.meets(layout.axis.span)) return;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float y = std::round(layout.histogram.bottom() + ui.px(4)), line = std::max(1.0F, std::round(ui.px(2)));
    const float left = std::round(layout.axis.x_from_day(range.begin)), right = layout.axis.x_from_day(range.end);
    draw.AddRectFilled({left, y}, {std::max(left + line, right), y + line}, palette().accent);
    for (const float x : {left, std::round(right) - line})
        draw.AddRectFilled({x, y - ui.px(3)}, {x + line, y + ui.px(5)}, palette().accent);
}

/// A date that lies outside of what is shown is told at the side where it is.
void draw_date_outside(const Ui& ui, const TimelineLayout& layout) {
    const TimeSpan date = ui.state.time.effective();
    if (layout.has_selection || date.empty()) return;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const bool before = date.end <= layout.axis.span.begin;
    const float side = before ? -1.0F : 1.0F, r = ui.px(5), y = layout.histogram.bottom() - ui.px(14);
    const float x = before ? layout.histogram.x - r : layout.histogram.right() + r;
    draw.AddTriangleFilled({x, y - r}, {x, y + r}, {x + side * r * 1.3F, y}, palette().accent);
    const std::string words = caption_of(ui.state.time);
    const float width = measure_with(ui.fonts.small)(words);
    text_at(ui.fonts.small, {before ? x + ui.px(5) : x - ui.px(5) - width, y - ui.fonts.small->FontSize / 2},
            palette().accent_dark, words);
}

/// Where the selected event stands in time: a small arrow above the bars.
void draw_selected_event(const Ui& ui, const TimelineLayout& layout) {
    const Event* event = selected_event(ui.state);
    if (event == nullptr || !event->date.span().meets(layout.axis.span)) return;
    const TimeSpan span = event->date.span();
    const float left = layout.axis.x_from_day(span.begin), right = layout.axis.x_from_day(span.end);
    const float x = (left + right) / 2, top = layout.labels.bottom(), r = ui.px(4);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddTriangleFilled({x - r, top}, {x + r, top}, {x, top + r * 1.4F}, palette().accent_dark);
    if (right - left > 3 * r) draw.AddRectFilled({left, top}, {right, top + std::max(1.0F, ui.px(1.2F))}, palette().accent_dark);
}

/// A thin line under the mouse, so that a date can be read off.
void draw_pointer(const Ui& ui, const TimelineLayout& layout, const TimelineHit& hovered) {
    if (hovered.part != TimelinePart::track && hovered.part != TimelinePart::axis) return;
    const float x = std::round(ImGui::GetIO().MousePos.x);
    ImGui::GetWindowDrawList()->AddRectFilled({x, layout.lanes.y}, {x + std::max(1.0F, ui.px(1)), layout.histogram.bottom()},
                                              palette().ink_faint);
}

/// A stem through the bars and a knob on the base line; in window mode a grip at either edge.
void draw_handle(const Ui& ui, const TimelineLayout& layout) {
    if (!layout.has_selection || ui.state.time.effective() == all_time) return;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float base = layout.histogram.bottom();
    // A low timeline has small knobs, or they would hide its bars.
    const float knob = std::clamp(layout.histogram.height * 0.22F, ui.px(4.5F), ui.px(8));
    const auto stem = [&](float x) {
        const float w = std::max(1.0F, ui.px(1));
        draw.AddRectFilled({std::round(x) - w, layout.lanes.y}, {std::round(x) + w, base}, palette().accent);
        draw.AddCircleFilled({x, base}, knob, palette().paper_raised);
        draw.AddCircleFilled({x, base}, knob - ui.px(1.5F), palette().accent);
    };
    if (ui.state.time.mode == TimeMode::window) {
        stem(layout.selection.x);
        stem(layout.selection.right());
    } else {
        stem(layout.handle.x + layout.handle.width / 2);
    }
}

}  // namespace

Colour colour_of_group(const Ui& ui, const BarGroup& group) {
    const Style& style = map_style(ui.state);
    if (ui.memory.timeline.stacking() == TimelineStacking::kind) return style.of(group.kind).colour;
    return style.layer_colours[group.number % style.layer_colours.size()];
}

void draw_group_row(const Ui& ui, const BarGroup& group, const std::string& words) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float size = ui.px(9), middle = at.y + ui.fonts.small->FontSize / 2;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, middle - size / 2}, {at.x + size, middle + size / 2},
                                              tint_of(colour_of_group(ui, group)));
    ImGui::SetCursorScreenPos({at.x + size + ui.px(6), at.y});
    text_in(ui.fonts.small, palette().ink, words);
}

void draw_timeline_chart(Ui& ui, const TimelineLayout& layout, const TimelineHit& hovered) {
    if (layout.has_selection)
        ImGui::GetWindowDrawList()->AddRectFilled({layout.selection.x, layout.selection.y},
                                                  {layout.selection.right(), layout.histogram.bottom()},
                                                  palette().accent_tint);
    draw_lanes(ui, layout, hovered);
    draw_bars(ui, layout);
    draw_axis(ui, layout);
    draw_loop(ui, layout);
    draw_stops(ui, layout, hovered);
    draw_handle(ui, layout);
    draw_date_outside(ui, layout);
    draw_selected_event(ui, layout);
    draw_pointer(ui, layout, hovered);
}

}  // namespace chronomap
