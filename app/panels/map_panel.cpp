#include <algorithm>
#include <cmath>
#include <span>

#include "app/panels/event_words.hpp"
#include "app/panels/map_tool.hpp"
#include "app/panels/start_screen.hpp"
#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

const HitTarget* target_under(const Ui& ui, float x, float y) {
    if (ui.memory.map_hits == nullptr) return nullptr;
    const HitTarget* nearest = nullptr;
    for (const HitTarget& hit : *ui.memory.map_hits) {
        const double distance = std::hypot(hit.x_px - x, hit.y_px - y);
        if (distance <= hit.radius_px + ui.px(3) && nearest == nullptr) nearest = &hit;
    }
    return nearest;
}

std::string number(double value) {
    return std::to_string(std::round(value * 100) / 100);
}

/// "12 events at 3 places", and the names of the first places.
void draw_summary(Ui& ui, const HitTarget& target, const EventSet& events) {
    constexpr std::size_t most = 4, most_looked_at = 400;
    std::vector<std::string> names;
    for (const EventIndex i : std::span(target.events).first(std::min(most_looked_at, target.events.size()))) {
        if (i >= events.events.size() || !events.events[i].place || names.size() > most) continue;
        const std::string name = place_name_of(events.events[i], ui.state.naming);
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    std::string places;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) places += (i ? ", " : "") + names[i];
    if (names.size() > most) places += ", …";
    text_in(ui.fonts.bold, palette().ink, places);
    std::string count = std::to_string(target.events.size()) + " events";
    if (target.places > 1) count += " at " + std::to_string(target.places) + " places";
    text_in(ui.fonts.small, palette().ink_soft, count);
}

/// What a symbol stands for: the place, and the first of its events.
void draw_tooltip(Ui& ui, const HitTarget& target) {
    if (target.events.empty()) return;
    const EventSetPtr events = ui.state.store.current();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(12), ui.px(9)});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {ui.px(340), FLT_MAX});
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui.px(316));
    if (target.kind == HitKind::cluster || target.kind == HitKind::hub) draw_summary(ui, target, *events);
    std::size_t told = 0;
    for (const EventIndex i : target.events) {
        if (i >= events->events.size()) continue;
        if (told == 2) break;
        const Event& event = events->events[i];
        if (told == 0 && event.place && target.kind != HitKind::cluster)
            text_in(ui.fonts.bold, palette().ink, place_name_of(event, ui.state.naming));
        ++told;
        std::string head = describe(event.date) + "  ·  " + words_of(event.kind);
        if (event.modality != Modality::fact) head += "  ·  " + words_of(event.modality);
        if (verdict_of(event) != Verdict::none) head += "  ·  " + words_of(verdict_of(event)) + " by you";
        text_in(ui.fonts.small, palette().ink_soft, head);
        const ShortLayout lines = layout_short(event.quote, ui.px(310), 3, measure_with(ui.fonts.small));
        const std::size_t end = lines.lines.empty() ? 0 : lines.lines.back().end;
        text_in(ui.fonts.small, palette().ink, "“" + event.quote.substr(0, end) + (lines.cut ? "…" : "") + "”");
    }
    if (const std::size_t all = target.events.size(); all > told)
        text_in(ui.fonts.small, palette().ink_faint, "and " + std::to_string(all - told) + " more");
    if (target.kind == HitKind::cluster)
        text_in(ui.fonts.small, palette().accent, target.places > 1 ? "Click to zoom in" : "Click to fan out");
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

/// A click on a symbol selects its event or opens it; one on an area selects its event, and further ones the next.
void select_from(Ui& ui, const HitTarget& target) {
    const EventSetPtr events = ui.state.store.current();
    if (target.kind == HitKind::hub) {
        ui.commands.add("map.fan", {"none"});
        return;
    }
    if (target.kind == HitKind::cluster && !target.events.empty() && target.events.front() < events->events.size()) {
        ui.commands.add("map.open", {events->events[target.events.front()].id});
        return;
    }
    std::vector<std::string> ids;
    for (const EventIndex i : target.events)
        if (i < events->events.size()) ids.push_back(events->events[i].id);
    if (ids.empty()) return;
    const auto current = std::find(ids.begin(), ids.end(), ui.state.selected_event);
    const std::size_t pick =
        current == ids.end() ? 0 : (static_cast<std::size_t>(current - ids.begin()) + 1) % ids.size();
    ui.commands.add("event.select", {ids[pick]});
}

void handle_mouse(Ui& ui, const PixelRect& map) {
    PanelMemory& memory = ui.memory;
    const ImGuiIO& io = ImGui::GetIO();
    const float x = io.MousePos.x - map.x;
    const float y = io.MousePos.y - map.y;
    const HitTarget* target = ImGui::IsItemHovered() ? target_under(ui, x, y) : nullptr;
    if (ImGui::IsItemActivated()) {
        memory.panning = false;
        memory.pressed_x = io.MousePos.x;
        memory.pressed_y = io.MousePos.y;
    }
    if (ImGui::IsItemActive()) {
        const float moved = std::hypot(io.MousePos.x - memory.pressed_x, io.MousePos.y - memory.pressed_y);
        if (!memory.panning && moved > ui.px(4)) {
            memory.panning = true;
            ui.commands.add("view.pan",
                            {number(io.MousePos.x - memory.pressed_x), number(io.MousePos.y - memory.pressed_y)});
        } else if (memory.panning && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
            ui.commands.add("view.pan", {number(io.MouseDelta.x), number(io.MouseDelta.y)});
        }
        if (memory.panning) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }
    if (ImGui::IsItemDeactivated() && !memory.panning && !give_click(ui, x, y)) {
        if (target != nullptr)
            select_from(ui, *target);
        else if (!ui.state.selected_event.empty() || !ui.state.fanned_event.empty())
            ui.commands.add("event.select", {"none"});
    }
    if (!ImGui::IsItemHovered()) return;
    if (io.MouseWheel != 0) {
        const double factor = std::pow(1.25, static_cast<double>(io.MouseWheel));
        ui.commands.add("view.zoom", {std::to_string(factor), number(x), number(y)});
    }
    if (target == nullptr || memory.panning || !ui.state.map_pick.empty()) {
        if (!ui.state.hovered_event.empty()) ui.commands.add("event.hover", {"none"});
        return;
    }
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const EventSetPtr events = ui.state.store.current();
    if (!target->events.empty() && target->events.front() < events->events.size()) {
        const std::string& id = events->events[target->events.front()].id;
        if (ui.state.hovered_event != id) ui.commands.add("event.hover", {id});
    }
    draw_tooltip(ui, *target);
}

/// Zoom and fit, in the corner where no furniture stands.
void draw_buttons(Ui& ui, const PixelRect& place) {
    if (place.width <= 0) return;
    const float size = map_button_size;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(map_button_gap)});
    ImGui::SetCursorScreenPos({place.x, place.y});
    ImGui::BeginGroup();
    if (glyph_button(ui, "##in", Glyph::plus, ButtonLook::plain, size, "Zoom in (+)"))
        ui.commands.add("view.zoom", {"1.5"});
    if (glyph_button(ui, "##out", Glyph::minus, ButtonLook::plain, size, "Zoom out (-)"))
        ui.commands.add("view.zoom", {"0.6667"});
    if (glyph_button(ui, "##fit", Glyph::fit, ButtonLook::plain, size, "Show all events (F)"))
        ui.commands.add("view.fit");
    ImGui::EndGroup();
    ImGui::PopStyleVar();
}

bool is_empty(const AppState& state) {
    const bool layer_opened = std::ranges::any_of(state.layers, [](const ShownLayer& each) { return !each.own; });
    return state.store.current()->articles.empty() && !state.job.running && !layer_opened;
}

/// Which file the ground is read from, when that takes a while.
void draw_ground_note(Ui& ui, const PixelRect& map) {
    constexpr double patience_s = 0.7;
    const AppState& state = ui.state;
    if (!state.ground_drawing || state.job.running || state.now_s - state.ground_since_s < patience_s) return;
    const MeasureText measure = measure_with(ui.fonts.small);
    const std::string words = elided("Reading " + state.ground_file, map.width - ui.px(160), measure);
    const float width = measure(words) + ui.px(24), height = ui.px(28);
    const ImVec2 at{std::round(map.x + (map.width - width) / 2), std::round(map.y + ui.px(12))};
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + width, at.y + height}, palette().paper_raised, ui.px(8));
    draw.AddRect(at, {at.x + width, at.y + height}, palette().hairline, ui.px(8));
    text_at(ui.fonts.small, {at.x + ui.px(12), at.y + (height - ui.fonts.small->FontSize) / 2}, palette().ink_soft,
            words);
}

/// How far the reading has come, with a way to stop it.
void draw_progress(Ui& ui, const PixelRect& map) {
    if (!ui.state.job.running) return;
    const JobStatus& job = ui.state.job;
    const float width = std::min(ui.px(360), map.width - ui.px(24));
    const float height = ui.px(62);
    const ImVec2 at{std::round(map.x + (map.width - width) / 2), std::round(map.y + ui.px(16))};
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + width, at.y + height}, palette().paper_raised, ui.px(8));
    draw.AddRect(at, {at.x + width, at.y + height}, palette().hairline, ui.px(8));
    const float text_width = width - ui.px(110);
    text_at(ui.fonts.small, {at.x + ui.px(16), at.y + ui.px(12)}, palette().ink,
            elided(job.what, text_width, measure_with(ui.fonts.small)));
    const ImVec2 bar{at.x + ui.px(16), at.y + ui.px(42)};
    draw.AddRectFilled(bar, {bar.x + text_width, bar.y + ui.px(4)}, palette().paper_sunk, ui.px(2));
    const float share = job.fraction < 0 ? 0.15F : static_cast<float>(job.fraction);
    draw.AddRectFilled(bar, {bar.x + text_width * std::max(0.03F, share), bar.y + ui.px(4)}, palette().accent,
                       ui.px(2));
    ImGui::SetCursorScreenPos({at.x + width - ui.px(82), at.y + ui.px(15)});
    if (button(ui, "Cancel")) ui.commands.add("file.cancel");
}

}  // namespace

void draw_map(Ui& ui) {
    const PixelRect& map = ui.layout.map;
    const ImU32 background = ui.memory.map_is_drawn ? 0 : palette().button_active;
    if (begin_part(ui, "map", map, background, {0, 0})) {
        ImGui::SetCursorScreenPos({map.x, map.y});
        ImGui::InvisibleButton("surface", {std::max(1.0F, map.width), std::max(1.0F, map.height)});
        ImGui::SetItemAllowOverlap();
        draw_place_filter(ui, map);
        draw_map_pick(ui, map);
        if (!handle_map_tool(ui, map)) handle_mouse(ui, map);
        if (is_empty(ui.state))
            draw_start_screen(ui, map);
        else
            draw_buttons(ui, ui.layout.map_buttons);
        draw_ground_note(ui, map);
        draw_progress(ui, map);
    }
    end_part();
}

}  // namespace chronomap
