#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "app/panels/event_words.hpp"
#include "app/panels/search_box.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/map_style.hpp"

namespace chronomap {

namespace {

struct NamesChoice {
    NamingPolicy policy;
    const char* label;
};

constexpr std::array<NamesChoice, 7> names_choices{{{NamingPolicy::source, "As in the source"},
                                                    {NamingPolicy::official_at_date, "Official at the date"},
                                                    {NamingPolicy::dual, "Both names"},
                                                    {NamingPolicy::en, "English"},
                                                    {NamingPolicy::az, "Azerbaijani"},
                                                    {NamingPolicy::hy, "Armenian"},
                                                    {NamingPolicy::ru, "Russian"}}};

void draw_names_menu(Ui& ui) {
    if (!ImGui::BeginPopup("names")) return;
    section_heading(ui, "Place names");
    for (const NamesChoice& choice : names_choices)
        if (ImGui::MenuItem(choice.label, nullptr, ui.state.naming == choice.policy))
            ui.commands.add("names.set", {std::string(name_of(choice.policy))});
    ImGui::EndPopup();
}

void panel_item(Ui& ui, const char* label, const char* keys, Panel panel) {
    const bool shown = is_shown(ui.state.panels, panel);
    if (ImGui::MenuItem(label, keys, shown)) ui.commands.add("panel.toggle", {std::string(name_of(panel))});
}

/// The styles shipped, and the one in use where it is another.
void style_items(Ui& ui) {
    const std::string& used = map_style(ui.state).name;
    for (const std::string& name : ui.state.style_choices) {
        const char* label = name == "light"  ? "Light, for print"
                            : name == "dark" ? "Dark, for a projector"
                            : name == "mono" ? "Monochrome, for black and white print"
                                             : name.c_str();
        if (ImGui::MenuItem(label, nullptr, name == used)) ui.commands.add("style.set", {name});
    }
    const auto& choices = ui.state.style_choices;
    if (std::find(choices.begin(), choices.end(), used) == choices.end()) ImGui::MenuItem(used.c_str(), nullptr, true);
}

/// The layer with a tick while it is shown, and below it how far its rasters hide the map.
void layer_items(Ui& ui, const ShownLayer& each) {
    ImGui::PushID(each.layer->id.c_str());
    if (ImGui::MenuItem(each.layer->name.c_str(), nullptr, each.shown))
        ui.commands.add("layer.show", {each.layer->id, each.shown ? "off" : "on"});
    if (each.shown && !each.layer->rasters.empty()) {
        auto percent = static_cast<int>(std::lround(each.layer->opacity * 100));
        ImGui::SetNextItemWidth(ui.px(150));
        if (ImGui::SliderInt("##opacity", &percent, 0, 100, "opacity %d %%", ImGuiSliderFlags_AlwaysClamp))
            ui.commands.add("layer.opacity", {each.layer->id, std::to_string(percent / 100.0)});
        // One band of values may be heights.
        const LayerRaster& first = *each.layer->rasters.front();
        if (first.stretch.size() == 1 && ImGui::MenuItem("   Show its values as heights")) {
            ui.commands.add("relief.set", {first.dataset});
            ui.commands.add("layer.show", {each.layer->id, "off"});
        }
    }
    ImGui::PopID();
}

void relief_items(Ui& ui) {
    constexpr std::array<std::pair<ReliefStyle, const char*>, 3> choices{{{ReliefStyle::both, "Colours and shading"},
                                                                          {ReliefStyle::tint, "Colours of heights"},
                                                                          {ReliefStyle::hillshade, "Shading"}}};
    for (const auto& [style, label] : choices)
        if (ImGui::MenuItem(label, nullptr, ui.state.relief.style == style))
            ui.commands.add("relief.style", {std::string(name_of(style))});
    if (ImGui::MenuItem("Remove")) ui.commands.add("relief.set", {"off"});
}

void scale_items(Ui& ui) {
    for (const int percent : {75, 100, 125, 150, 200, 250, 300}) {
        const bool lit = std::abs(ui.state.ui_scale - percent / 100.0) < 0.01;
        const char* keys = percent == 100 ? "Ctrl+0" : nullptr;
        if (ImGui::MenuItem((std::to_string(percent) + " %").c_str(), keys, lit))
            ui.commands.add("window.scale", {std::to_string(percent / 100) + "." + std::to_string(percent % 100)});
    }
}

void draw_more_menu(Ui& ui) {
    if (!ImGui::BeginPopup("more")) return;
    section_heading(ui, "Show");
    panel_item(ui, "Events", "E", Panel::events);
    panel_item(ui, "Not on the map", "R", Panel::residue);
    panel_item(ui, "Story", "P", Panel::story);
    panel_item(ui, "Article", "T", Panel::article);
    panel_item(ui, "Source", "S", Panel::source);
    panel_item(ui, "Timeline", "", Panel::timeline);
    panel_item(ui, "Table of events", "L", Panel::table);
    if (ImGui::MenuItem("Legend and date on the map", nullptr, ui.state.full_furniture))
        ui.commands.add("window.furniture", {ui.state.full_furniture ? "credits" : "full"});
    ImGui::Separator();
    if (!ui.state.layers.empty()) {
        section_heading(ui, "Layers");
        for (const ShownLayer& each : ui.state.layers) layer_items(ui, each);
        ImGui::Separator();
    }
    if (!ui.state.relief.path.empty()) {
        section_heading(ui, "Relief");
        relief_items(ui);
        ImGui::Separator();
    }
    section_heading(ui, "Style");
    style_items(ui);
    if (ImGui::BeginMenu("Size of text and buttons")) {
        scale_items(ui);
        ImGui::EndMenu();
    }
    ImGui::Separator();
    const std::string undoable = ui.state.history.undoable(), redoable = ui.state.history.redoable();
    const std::string undo = undoable.empty() ? "Undo" : "Undo: " + undoable;
    const std::string redo = redoable.empty() ? "Redo" : "Redo: " + redoable;
    if (ImGui::MenuItem(undo.c_str(), "Ctrl+Z", false, !undoable.empty())) ui.commands.add("edit.undo");
    if (ImGui::MenuItem(redo.c_str(), "Ctrl+Shift+Z", false, !redoable.empty())) ui.commands.add("edit.redo");
    ImGui::Separator();
    if (ImGui::MenuItem("Fit all events", "F")) ui.commands.add("view.fit");
    if (ui.state.store.current()->articles.size() > 1 && ImGui::MenuItem("Compare the articles", "C"))
        ui.commands.add("compare.show");
    ImGui::Separator();
    if (ImGui::MenuItem("Keys and mouse", "?")) ui.commands.add("dialog.show", {"help"});
    if (ImGui::MenuItem("Messages")) ui.commands.add("dialog.show", {"log"});
    if (ImGui::MenuItem("About and sources")) ui.commands.add("dialog.show", {"about"});
    ImGui::EndPopup();
}

/// Files opened before, as "name   folder".
void draw_recent_menu(Ui& ui) {
    const auto& recent = ui.state.project.recent;
    if (!ImGui::BeginMenu("Open recent", !recent.empty())) return;
    for (std::size_t i = 0; i < recent.size(); ++i) {
        const std::filesystem::path path(recent[i]);
        ImGui::PushID(static_cast<int>(i));
        const std::string folder = elided(path.parent_path().string(), ui.px(260), measure_with(ui.fonts.body));
        if (ImGui::MenuItem(path.filename().string().c_str(), folder.c_str()))
            ui.commands.add("file.open-recent", {std::to_string(i + 1)});
        ImGui::PopID();
    }
    ImGui::EndMenu();
}

void draw_file_menu(Ui& ui) {
    if (!ImGui::BeginPopup("file")) return;
    if (ImGui::MenuItem("New project", "Ctrl+N")) ui.commands.add("file.new");
    if (ImGui::MenuItem("Open …", "Ctrl+O")) ui.commands.add("dialog.show", {"open"});
    draw_recent_menu(ui);
    if (ImGui::MenuItem("Paste an article", "Ctrl+V")) ui.commands.add("article.paste");
    ImGui::Separator();
    if (ImGui::MenuItem("Save", "Ctrl+S")) ui.commands.add("file.save");
    if (ImGui::MenuItem("Save as …", "Ctrl+Shift+S")) ui.commands.add("file.save-as");
    if (ImGui::MenuItem("Export the map …", "Ctrl+E")) ui.commands.add("dialog.show", {"export"});
    if (ImGui::MenuItem("Copy the map", "Ctrl+Shift+C")) ui.commands.add("map.copy");
    ImGui::Separator();
    if (ImGui::MenuItem("Close all articles")) ui.commands.add("file.close");
    if (ImGui::MenuItem("Quit", "Ctrl+Q")) ui.commands.add("file.quit");
    ImGui::EndPopup();
}

float button_width(const char* label) {
    return ImGui::CalcTextSize(label).x + ImGui::GetStyle().FramePadding.x * 2;
}

/// A triangle that points down, for buttons that open a menu.
void menu_mark(const Ui& ui) {
    const ImVec2 high = ImGui::GetItemRectMax();
    const ImVec2 low = ImGui::GetItemRectMin();
    const float r = ui.px(3.2F);
    const ImVec2 c{high.x - ui.px(13), (low.y + high.y) / 2 + ui.px(1)};
    ImGui::GetWindowDrawList()->AddTriangleFilled({c.x - r, c.y - r * 0.6F}, {c.x + r, c.y - r * 0.6F},
                                                  {c.x, c.y + r * 0.8F}, palette().ink_soft);
}

}  // namespace

void draw_top_bar(Ui& ui) {
    const PixelRect& rect = ui.layout.bar;
    if (!begin_part(ui, "bar", rect, palette().paper, {16, 0})) {
        end_part();
        return;
    }
    fill_unclipped({rect.x, rect.bottom() - 1, rect.width, 1}, palette().hairline);
    const float row = std::round((rect.height - ImGui::GetFrameHeight()) / 2);
    const float middle = rect.y + rect.height / 2;

    // Buttons from the right; what has no room is in the menu as well.
    ImGui::PushFont(ui.fonts.body);
    const float gap = ui.px(6);
    const float more = button_width("More") + ui.px(14);
    const float names = button_width("Names") + ui.px(14);
    const float open = button_width("File") + ui.px(14);
    const float exported = button_width("Export");
    const bool has_names = rect.width > ui.px(560);
    float x = rect.right() - ui.px(14) - open - exported - more - gap * 2 - (has_names ? names + gap : 0);
    const float buttons_left = x;
    ImGui::SetCursorScreenPos({x, rect.y + row});
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
    if (button(ui, "File", ButtonLook::plain, {open, 0})) ImGui::OpenPopup("file");
    menu_mark(ui);
    hint(ui, "Open and save articles, datasets and projects; files can be dropped onto the window, too");
    ImGui::PopStyleVar();
    ImGui::SameLine(0, gap);
    if (button(ui, "Export")) ui.commands.add("dialog.show", {"export"});
    hint(ui, "Write the map as a picture (Ctrl+E)");
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
    if (has_names) {
        ImGui::SameLine(0, gap);
        if (button(ui, "Names", ButtonLook::quiet, {names, 0})) ImGui::OpenPopup("names");
        menu_mark(ui);
        hint(ui, "Which names the map shows");
    }
    ImGui::SameLine(0, gap);
    if (button(ui, "More", ButtonLook::quiet, {more, 0})) ImGui::OpenPopup("more");
    menu_mark(ui);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    draw_file_menu(ui);
    draw_names_menu(ui);
    draw_more_menu(ui);

    text_at(ui.fonts.bold, {rect.x + ui.px(16), middle - ui.fonts.bold->FontSize / 2}, palette().accent_dark,
            "chronomap");
    const float title_left = rect.x + ui.px(16) + measure_with(ui.fonts.bold)("chronomap") + ui.px(18);
    // The search field takes what the title can spare.
    const float field = std::min(ui.px(260), (buttons_left - title_left) * 0.5F);
    const bool has_search = field > ui.px(90);
    if (has_search) draw_search(ui, buttons_left - field - ui.px(14), rect.y + row, field);
    const float room = buttons_left - title_left - ui.px(20) - (has_search ? field + ui.px(14) : 0);
    const ExtractionPtr article = article_of(ui.state, ui.state.shown_article);
    if (article && room > ui.px(60)) {
        std::string title = heading_of(article->article);
        const std::size_t others = ui.state.store.current()->articles.size() - 1;
        if (others > 0) title += "  and " + std::to_string(others) + (others == 1 ? " other" : " others");
        text_at(ui.fonts.body, {title_left, middle - ui.fonts.body->FontSize / 2}, palette().ink_soft,
                elided(title, room, measure_with(ui.fonts.body)));
    }
    end_part();
}

}  // namespace chronomap
