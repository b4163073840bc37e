#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "app/panels/event_rows.hpp"
#include "app/panels/event_symbol.hpp"
#include "app/panels/event_table_menus.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/filter_bar.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/map_style.hpp"

namespace chronomap {

namespace {

/// In nominal pixels; the last column has what is left.
float width_of(TableColumn column) {
    switch (column) {
        case TableColumn::date:
            return 138;
        case TableColumn::place:
            return 170;
        case TableColumn::kind:
            return 128;
        case TableColumn::said_by:
        case TableColumn::article:
            return 160;
        case TableColumn::modality:
        case TableColumn::confidence:
            return 92;
        case TableColumn::verdict:
            return 100;
        case TableColumn::note:
            return 200;
        case TableColumn::quote:
            return 420;
    }
    return 100;
}

/// Which rows there are, the filter, and how to close it all.
void draw_head(Ui& ui, std::size_t rows) {
    const PixelRect& rect = ui.layout.table;
    const float line = ImGui::GetCursorScreenPos().y;
    ImGui::AlignTextToFramePadding();
    const EventSetPtr events = ui.state.store.current();
    std::string count = std::to_string(rows) + (rows == 1 ? " event" : " events");
    if (!ui.state.table.picked.empty()) count += ", " + std::to_string(ui.state.table.picked.size()) + " picked";
    if (!is_sorted(ui.state)) count += ", sorting…";
    text_in(ui.fonts.bold, palette().ink, count);
    ImGui::SameLine(0, ui.px(14));
    constexpr const char* labels[] = {"Of the date", "Of any date"};
    const int lit = ui.state.table.rows == TableRows::shown ? 0 : 1;
    if (const int pressed = segmented(ui, "rows", labels, 2, lit); pressed >= 0 && pressed != lit)
        ui.commands.add("table.rows", {pressed == 0 ? "shown" : "all"});
    ImGui::SameLine(0, ui.px(14));
    const float padding = ImGui::GetStyle().FramePadding.x * 2, filter_left = ImGui::GetCursorScreenPos().x;
    draw_filter_bar(ui, FilterWords::beside);
    ImGui::PushFont(ui.fonts.small);
    const float columns = ImGui::CalcTextSize("Columns").x + padding;
    const float columns_left = rect.right() - ui.px(16 + 26 + 8) - columns;
    float filter_right = filter_left + ImGui::CalcTextSize("Filter").x + padding + ui.px(6);
    if (!ui.state.store.filter().is_empty()) filter_right += ImGui::CalcTextSize("Clear").x + padding + ui.px(8);
    // Without room for it, a click on the headings with the right button opens it, too.
    if (columns_left > filter_right) {
        ImGui::SetCursorScreenPos({columns_left, line});
        if (button(ui, "Columns", ButtonLook::quiet)) ImGui::OpenPopup("columns");
        hint(ui, "Which columns the table has");
    }
    ImGui::PopFont();
    columns_menu(ui);
    ImGui::SetCursorScreenPos({rect.right() - ui.px(16 + 26), line});
    if (glyph_button(ui, "##close", Glyph::close, ButtonLook::quiet, 26, "Close the table (L)"))
        ui.commands.add("table.show", {"off"});
    ImGui::SetCursorScreenPos({rect.x + ui.px(16), line + ImGui::GetFrameHeight() + ui.px(4)});
}

/// Headings; a click sorts, another turns the order.
void draw_headings(Ui& ui, const std::vector<TableColumn>& columns, float height) {
    const EventTable& table = ui.state.table;
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers, height);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!ImGui::TableSetColumnIndex(static_cast<int>(i))) continue;
        const TableColumn column = columns[i];
        const bool sorts = table.sort == column;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float room = std::max(1.0F, ImGui::GetContentRegionAvail().x);
        if (ImGui::InvisibleButton(heading_of(column), {room, height})) {
            const bool turn = sorts && table.order == SortOrder::ascending;
            ui.commands.add("table.sort", {std::string(name_of(column)), turn ? "desc" : "asc"});
        }
        if (ImGui::IsItemClicked(ImGuiMouseButton_Right)) ImGui::OpenPopup("columns");
        const ImU32 tint = ImGui::IsItemHovered() ? palette().accent : sorts ? palette().ink : palette().ink_soft;
        const float mark = sorts ? ui.px(14) : 0;
        const std::string words = elided(heading_of(column), room - mark, measure_with(ui.fonts.small));
        text_at(ui.fonts.small, {at.x, at.y + (height - ui.fonts.small->FontSize) / 2}, tint, words);
        if (!sorts) continue;
        const float r = ui.px(3.2F), up = table.order == SortOrder::ascending ? -1.0F : 1.0F;
        const ImVec2 c{at.x + measure_with(ui.fonts.small)(words) + ui.px(9), at.y + height / 2};
        ImGui::GetWindowDrawList()->AddTriangleFilled({c.x - r, c.y - up * r * 0.6F}, {c.x + r, c.y - up * r * 0.6F},
                                                      {c.x, c.y + up * r * 0.8F}, tint);
    }
}

std::string words_in(const Ui& ui, const Event& event, TableColumn column) {
    switch (column) {
        case TableColumn::date:
            return describe(event.date);
        case TableColumn::place:
            return place_name_of(event, ui.state.naming);
        case TableColumn::kind:
            return words_of(event.kind);
        case TableColumn::modality:
            return words_of(event.modality);
        case TableColumn::said_by:
            return event.attribution.empty() ? "the article itself" : event.attribution;
        case TableColumn::article: {
            const ExtractionPtr article = article_of(ui.state, event.article_id);
            return article ? heading_of(article->article) : event.article_id;
        }
        case TableColumn::confidence: {
            char text[16];
            std::snprintf(text, sizeof text, "%.2f", event.confidence);
            return text;
        }
        case TableColumn::verdict:
            return verdict_of(event) == Verdict::none ? std::string() : words_of(verdict_of(event));
        case TableColumn::note:
            return std::string(note_of(event));
        case TableColumn::quote:
            return event.quote;
    }
    return {};
}

void draw_cell(Ui& ui, const Event& event, TableColumn column, float height) {
    ImVec2 at = ImGui::GetCursorScreenPos();
    float room = ImGui::GetContentRegionAvail().x;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float middle = at.y + height / 2;
    if (column == TableColumn::kind) {
        const float radius = ui.px(4.5F);
        draw_event_symbol(draw, map_style(ui.state).of(event.kind), {at.x + radius, middle}, radius);
        at.x += radius * 2 + ui.px(6);
        room -= radius * 2 + ui.px(6);
    }
    if (const Verdict verdict = verdict_of(event); column == TableColumn::place && verdict != Verdict::none) {
        const float radius = ui.px(4);
        room -= radius * 2 + ui.px(8);
        const MeasureText small = measure_with(ui.fonts.small);
        const float words = std::min(room, small(words_in(ui, event, column)));
        draw_verdict_mark(draw, verdict, {at.x + words + ui.px(6) + radius, middle}, radius, palette().ink_soft);
    }
    const bool soft = (column == TableColumn::said_by && event.attribution.empty()) || column == TableColumn::article;
    ImFont* font = ui.fonts.small;
    text_at(font, {at.x, middle - font->FontSize / 2}, soft ? palette().ink_soft : palette().ink,
            elided(words_in(ui, event, column), room, measure_with(font)));
}

/// True when the menu of one of its cells is asked for.
bool draw_row(Ui& ui, const Event& event, const std::vector<TableColumn>& columns, float height) {
    const std::vector<std::string>& picked = ui.state.table.picked;
    const bool selected =
        picked.empty() ? event.id == shown_for(ui.state, ui.state.selected_event) : is_picked(ui, event.id);
    const bool hovered = event.id == ui.state.hovered_event;
    ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
    if (selected || hovered)
        ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, selected ? palette().accent_tint : palette().accent_wash);
    ImGui::TableSetColumnIndex(0);
    ImGui::PushID(event.id.c_str());
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::PushStyleColor(ImGuiCol_Header, palette().clear);
    ImGui::PushStyleColor(ImGuiCol_HeaderHovered, palette().clear);
    ImGui::PushStyleColor(ImGuiCol_HeaderActive, palette().clear);
    const bool pressed = ImGui::Selectable("##row", selected, ImGuiSelectableFlags_SpanAllColumns, {0, height});
    ImGui::PopStyleColor(3);
    const ImGuiIO& io = ImGui::GetIO();
    if (pressed && io.KeyShift)
        ui.commands.add("table.pick", {"to", event.id});
    else if (pressed && io.KeyCtrl)
        ui.commands.add("table.pick", {"toggle", event.id});
    else if (pressed)
        ui.commands.add("event.select", {event.id});
    if (ImGui::IsItemHovered() && !hovered) ui.commands.add("event.hover", {event.id});
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && !io.KeyShift &&
        !io.KeyCtrl)
        ui.commands.add("view.fit", {"selected"});
    const bool menu = ImGui::IsItemClicked(ImGuiMouseButton_Right);
    ImGui::PopID();
    ImGui::SetCursorPos(at);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!ImGui::TableSetColumnIndex(static_cast<int>(i))) continue;
        draw_cell(ui, event, columns[i], height);
        if (!menu || (ImGui::TableGetColumnFlags() & ImGuiTableColumnFlags_IsHovered) == 0) continue;
        ui.memory.table_cell_event = event.id;
        ui.memory.table_cell = columns[i];
    }
    return menu;
}

void draw_rows(Ui& ui, const std::vector<EventIndex>& rows) {
    const std::vector<TableColumn> columns = shown_table_columns(ui.state);
    const EventSetPtr events = ui.state.store.current();
    const float height = std::round(ui.fonts.small->FontSize * 1.7F);
    const float width = ImGui::GetContentRegionAvail().x;
    float wanted = 0;
    for (const TableColumn column : columns) wanted += ui.px(width_of(column));
    const float share = std::min(1.0F, width / std::max(1.0F, wanted));
    // Widths drawn by hand belong to these columns in a window of about this width.
    std::string id = "events " + std::to_string(std::lround(width / ui.px(200))) + " " + std::to_string(ui.unit);
    for (const TableColumn column : columns) id += name_of(column);
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {ui.px(8), 0});
    ImGui::PushStyleColor(ImGuiCol_TableHeaderBg, palette().paper);
    ImGui::PushStyleColor(ImGuiCol_TableBorderLight, palette().hairline);
    ImGui::PushStyleColor(ImGuiCol_TableBorderStrong, palette().hairline);
    const auto count = static_cast<int>(columns.size());
    bool wants_menu = false;
    if (ImGui::BeginTable(id.c_str(), count,
                          ImGuiTableFlags_ScrollY | ImGuiTableFlags_Resizable | ImGuiTableFlags_BordersInnerH |
                              ImGuiTableFlags_NoSavedSettings | ImGuiTableFlags_PadOuterX)) {
        for (int i = 0; i < count; ++i) {
            const TableColumn column = columns[static_cast<std::size_t>(i)];
            const bool last = i + 1 == count;
            ImGui::TableSetupColumn(heading_of(column),
                                    last ? ImGuiTableColumnFlags_WidthStretch : ImGuiTableColumnFlags_WidthFixed,
                                    last ? 1.0F : std::floor(ui.px(width_of(column)) * share));
        }
        ImGui::TableSetupScrollFreeze(0, 1);
        const float head = std::round(ui.fonts.small->FontSize * 1.8F);
        draw_headings(ui, columns, head);
        columns_menu(ui);
        if (const auto row = row_to_reveal(ui, ui.memory.table)) {
            const float top = static_cast<float>(*row) * height, view = ImGui::GetWindowHeight() - head;
            if (top < ImGui::GetScrollY() || top + height > ImGui::GetScrollY() + view)
                ImGui::SetScrollY(std::max(0.0F, top - (view - height) / 2));
        }
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(rows.size()), height);
        while (clipper.Step())
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
                wants_menu |= draw_row(ui, events->events[rows[static_cast<std::size_t>(i)]], columns, height);
        clipper.End();
        ImGui::EndTable();
    }
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar();
    if (wants_menu) ImGui::OpenPopup("cell");
}

}  // namespace

void draw_event_table(Ui& ui) {
    const PixelRect& rect = ui.layout.table;
    if (rect.height <= 0) return;
    if (begin_part(ui, "table", rect, palette().paper, {16, 8})) {
        fill_unclipped({rect.x, rect.y, rect.width, 1}, palette().hairline);
        const std::vector<EventIndex>& rows = event_rows(ui, ui.memory.table, ui.state.table.rows);
        draw_head(ui, rows.size());
        if (rows.empty())
            draw_no_rows(ui);
        else
            draw_rows(ui, rows);
        cell_menu(ui);
        const float moved = splitter(ui, "height", {rect.x, rect.y, rect.width, ui.px(5)}, false);
        if (moved != 0) ui.commands.add("panel.size", {"table", std::to_string((rect.height - moved) / ui.unit)});
    }
    end_part();
}

}  // namespace chronomap
