#include <algorithm>
#include <cmath>

#include "app/panels/event_rows.hpp"
#include "app/panels/event_symbol.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/filter_bar.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/map_style.hpp"

namespace chronomap {

namespace {

/// `sources`: how many articles tell of it.
void draw_row(Ui& ui, const Event& event, std::size_t sources, bool selected, float height, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(event.id.c_str());
    if (ImGui::InvisibleButton("row", {width, height})) ui.commands.add("event.select", {event.id});
    const bool hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    if (hovered && ui.state.hovered_event != event.id) ui.commands.add("event.hover", {event.id});

    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float inset = ui.px(16);
    const float left = at.x - inset;
    const float right = at.x + width + inset;
    if (selected || hovered) {
        // From edge to edge of the side, but not over what is above or below the list.
        const ImVec2 window = ImGui::GetWindowPos();
        draw.PushClipRect({left, window.y}, {right, window.y + ImGui::GetWindowHeight()}, false);
        draw.AddRectFilled({left, at.y}, {right, at.y + height},
                           selected ? palette().accent_tint : palette().accent_wash);
        if (selected) draw.AddRectFilled({left, at.y}, {left + ui.px(3), at.y + height}, palette().accent);
        draw.PopClipRect();
    }
    draw.AddRectFilled({at.x, at.y + height - 1}, {at.x + width, at.y + height}, palette().hairline);

    const float symbol = ui.px(5.5F);
    const float line = ui.fonts.body->FontSize * 1.25F;
    const float text_left = at.x + symbol * 2 + ui.px(10);
    const float text_width = width - (text_left - at.x);
    float y = at.y + ui.px(9);
    draw_event_symbol(draw, map_style(ui.state).of(event.kind), {at.x + symbol, y + ui.fonts.bold->FontSize * 0.55F},
                      symbol);

    const MeasureText bold = measure_with(ui.fonts.bold);
    const MeasureText small = measure_with(ui.fonts.small);
    const std::string place = place_name_of(event, ui.state.naming);
    // A long span may take what the place leaves; the place keeps two fifths at least.
    const float place_room = std::min(bold(place), text_width * 0.4F) + ui.px(12);
    const std::string told = event.modality == Modality::fact ? std::string() : words_of(event.modality) + " · ";
    const std::string date = elided(told + describe(event.date), text_width - place_room, small);
    const float date_width = small(date);
    const Verdict verdict = verdict_of(event);
    const float mark = verdict == Verdict::none ? 0 : ui.px(4.2F);
    const std::string name = elided(place, text_width - date_width - ui.px(12) - mark * 3.5F, bold);
    text_at(ui.fonts.bold, {text_left, y}, palette().ink, name);
    draw_verdict_mark(draw, verdict, {text_left + bold(name) + mark * 2.6F, y + ui.fonts.bold->FontSize * 0.55F}, mark,
                      palette().ink_soft);
    text_at(ui.fonts.small,
            {at.x + width - date_width, y + ui.fonts.bold->FontSize - ui.fonts.small->FontSize - ui.px(1)},
            palette().ink_soft, date);
    y += line + ui.px(2);
    const std::string told_by = sources > 1 ? std::to_string(sources) + " sources" : std::string{};
    const float last_width = text_width - (sources > 1 ? small(told_by) + ui.px(10) : 0);
    if (sources > 1)
        text_at(ui.fonts.small, {at.x + width - small(told_by), y + ui.fonts.small->FontSize * 1.3F}, palette().accent,
                told_by);
    const ShortLayout quote = layout_short(event.quote, text_width, 2, small);
    for (std::size_t i = 0; i < quote.lines.size(); ++i) {
        const std::string_view words = quote.lines[i].of(event.quote);
        const bool last = i + 1 == quote.lines.size() && quote.cut;
        text_at(ui.fonts.small, {text_left, y}, palette().ink_soft,
                i == 1 && (last || small(words) > last_width)
                    ? elided(std::string(words) + (last ? " …" : ""), last_width, small)
                    : std::string(words));
        y += ui.fonts.small->FontSize * 1.3F;
    }
}

}  // namespace

void draw_event_list(Ui& ui) {
    const EventSetPtr events = ui.state.store.current();
    const std::vector<EventIndex>& rows = event_rows(ui, ui.memory.list, TableRows::shown);
    if (!events->articles.empty()) wrapped_text_in(ui.fonts.small, palette().ink_soft, count_line(ui.state));
    draw_filter_bar(ui);
    ImGui::Dummy({1, ui.px(2)});

    if (rows.empty()) {
        draw_no_rows(ui);
        return;
    }
    ImGui::BeginChild("rows", {0, 0}, false, ImGuiWindowFlags_NoNav);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const std::string selected = shown_for(ui.state, ui.state.selected_event);
    const float height = std::round(ui.px(22) + ui.fonts.body->FontSize * 1.25F + ui.fonts.small->FontSize * 2.6F);
    const float width = ImGui::GetContentRegionAvail().x - (ImGui::GetScrollMaxY() > 0 ? ui.px(4) : 0);
    if (const auto row = row_to_reveal(ui, ui.memory.list)) {
        const float top = static_cast<float>(*row) * height;
        const float view = ImGui::GetWindowHeight();
        if (top < ImGui::GetScrollY() || top + height > ImGui::GetScrollY() + view)
            ImGui::SetScrollY(std::max(0.0F, top - (view - height) / 2));
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), height);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const EventIndex index = rows[static_cast<std::size_t>(i)];
            draw_row(ui, events->events[index], events->reports.with(index).size(),
                     events->events[index].id == selected, height, width);
        }
    clipper.End();
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace chronomap
