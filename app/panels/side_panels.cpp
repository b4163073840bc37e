#include <algorithm>
#include <array>

#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

struct Tab {
    Panel panel;
    const char* label;
};

/// Where there is no room for a row of tabs: the panel that is shown, with the others in a menu.
void draw_tab_menu(Ui& ui, const Tab* tabs, int count, Panel front, float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Tab* const end = tabs + count;
    const Tab* const lit = std::find_if(tabs, end, [&](const Tab& tab) { return tab.panel == front; });
    const char* label = lit == end ? tabs[0].label : lit->label;
    const float width = measure_with(ui.fonts.bold)(label);
    if (ImGui::InvisibleButton("tabs", {width + ui.px(24), height})) ImGui::OpenPopup("tabs");
    const bool hovered = ImGui::IsItemHovered();
    text_at(ui.fonts.bold, {at.x, at.y + (height - ui.fonts.bold->FontSize) / 2}, palette().ink, label);
    const ImVec2 c{at.x + width + ui.px(13), at.y + height / 2 + ui.px(1)};
    const float r = ui.px(3.6F);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddTriangleFilled({c.x - r, c.y - r * 0.6F}, {c.x + r, c.y - r * 0.6F}, {c.x, c.y + r * 0.8F},
                           hovered ? palette().accent : palette().ink_soft);
    draw.AddRectFilled({at.x, at.y + height - ui.px(2.5F)}, {at.x + width, at.y + height}, palette().accent);
    if (!ImGui::BeginPopup("tabs")) return;
    for (const Tab* tab = tabs; tab != end; ++tab)
        if (ImGui::MenuItem(tab->label, nullptr, tab->panel == front))
            ui.commands.add("panel.show", {std::string(name_of(tab->panel))});
    ImGui::EndPopup();
}

/// A row of tabs with an underline below the one that is shown, and the rule that closes the head of a side.
void draw_tabs(Ui& ui, const Tab* tabs, int count, Panel front) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float height = ui.px(34);
    float x = origin.x;
    ImGui::PushFont(ui.fonts.body);
    float words = 0;
    for (int i = 0; i < count; ++i) words += ImGui::CalcTextSize(tabs[i].label).x;
    // As wide as there is room for, within what still looks like a row. The lit one is bold.
    const float gap = std::min(
        ui.px(24), (ImGui::GetContentRegionAvail().x - words - ui.px(8)) / static_cast<float>(std::max(1, count - 1)));
    const bool fits = gap >= ui.px(11);
    if (!fits) draw_tab_menu(ui, tabs, count, front, height);
    for (int i = 0; fits && i < count; ++i) {
        const ImVec2 text = ImGui::CalcTextSize(tabs[i].label);
        ImGui::SetCursorScreenPos({x, origin.y});
        if (ImGui::InvisibleButton(tabs[i].label, {text.x + ui.px(6), height}) && tabs[i].panel != front)
            ui.commands.add("panel.show", {std::string(name_of(tabs[i].panel))});
        const bool lit = tabs[i].panel == front;
        const ImU32 tint = lit ? palette().ink : ImGui::IsItemHovered() ? palette().accent : palette().ink_soft;
        text_at(lit ? ui.fonts.bold : ui.fonts.body, {x, origin.y + (height - text.y) / 2}, tint, tabs[i].label);
        if (lit) {
            const float width = ui.fonts.bold->CalcTextSizeA(ui.fonts.bold->FontSize, FLT_MAX, 0, tabs[i].label).x;
            draw.AddRectFilled({x, origin.y + height - ui.px(2.5F)}, {x + width, origin.y + height}, palette().accent);
        }
        x += text.x + gap;
    }
    ImGui::PopFont();
    const float left = ImGui::GetWindowPos().x;
    fill_unclipped({left, origin.y + height, ImGui::GetWindowWidth(), 1}, palette().hairline);
    ImGui::SetCursorScreenPos({origin.x, origin.y + height});
    ImGui::Dummy({1, ui.px(4)});
}

void draw_panel(Ui& ui, Panel panel) {
    switch (panel) {
        case Panel::events:
            draw_event_list(ui);
            break;
        case Panel::residue:
            draw_residue(ui);
            break;
        case Panel::article:
            draw_article(ui);
            break;
        case Panel::source:
            draw_source_card(ui);
            break;
        case Panel::story:
            draw_story(ui);
            break;
        case Panel::timeline:
        case Panel::table:
            break;
    }
}

/// The edge between a side and the map, and the handle on it.
void draw_edge(Ui& ui, const PixelRect& side, bool on_its_right, const char* which) {
    const float edge = on_its_right ? side.right() : side.x;
    fill_unclipped({edge - (on_its_right ? 1.0F : 0.0F), side.y, 1, side.height}, palette().hairline);
    const float reach = ui.px(5);
    const PixelRect grip{on_its_right ? edge - reach : edge, side.y, reach, side.height};
    const float moved = splitter(ui, which, grip, true);
    if (moved == 0) return;
    const float width = (side.width + (on_its_right ? moved : -moved)) / ui.unit;
    ui.commands.add("panel.size", {on_its_right ? "left" : "right", std::to_string(width)});
    if (ui.layout.one_column) ui.commands.add("panel.size", {"left", std::to_string(width)});
}

void draw_one_column(Ui& ui) {
    const std::array<Tab, 5> tabs{{{Panel::article, "Article"},
                                   {Panel::events, "Events"},
                                   {Panel::source, "Source"},
                                   {Panel::residue, "Not placed"},
                                   {Panel::story, "Story"}}};
    const Panel front = front_panel(ui.state.panels);
    if (begin_part(ui, "right", ui.layout.right, palette().paper, {16, 4})) {
        draw_tabs(ui, tabs.data(), static_cast<int>(tabs.size()), front);
        draw_panel(ui, front);
        draw_edge(ui, ui.layout.right, false, "edge");
    }
    end_part();
}

}  // namespace

void draw_left_side(Ui& ui) {
    if (ui.layout.left.width <= 0) return;
    const std::array<Tab, 3> tabs{
        {{Panel::events, "Events"}, {Panel::residue, "Not on the map"}, {Panel::story, "Story"}}};
    if (begin_part(ui, "left", ui.layout.left, palette().paper, {16, 4})) {
        const PanelState& panels = ui.state.panels;
        const Panel front = panels.story ? Panel::story : panels.residue ? Panel::residue : Panel::events;
        draw_tabs(ui, tabs.data(), static_cast<int>(tabs.size()), front);
        draw_panel(ui, front);
        draw_edge(ui, ui.layout.left, true, "edge");
    }
    end_part();
}

void draw_right_side(Ui& ui) {
    if (ui.layout.right.width <= 0) return;
    if (ui.layout.one_column) {
        draw_one_column(ui);
        return;
    }
    const PanelState& panels = ui.state.panels;
    PixelRect article = ui.layout.right;
    PixelRect source = ui.layout.right;
    if (panels.article && panels.source) {
        source.height = std::min(ui.px(panels.source_height), article.height * 0.6F);
        article.height -= source.height;
        source.y = article.bottom();
    }
    if (panels.article) {
        if (begin_part(ui, "article", article, palette().paper, {20, 12})) {
            draw_article(ui);
            draw_edge(ui, article, false, "edge");
        }
        end_part();
    }
    if (panels.source) {
        if (begin_part(ui, "source", source, palette().paper_sunk, {20, 10})) {
            draw_source_card(ui);
            draw_edge(ui, source, false, "edge");
            if (panels.article) {
                fill_unclipped({source.x, source.y, source.width, 1}, palette().hairline);
                const float moved = splitter(ui, "height", {source.x, source.y, source.width, ui.px(5)}, false);
                if (moved != 0)
                    ui.commands.add("panel.size", {"source", std::to_string((source.height - moved) / ui.unit)});
            }
        }
        end_part();
    }
}

}  // namespace chronomap
