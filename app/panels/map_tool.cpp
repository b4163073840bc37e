#include "app/panels/map_tool.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/panels/widgets.hpp"
#include "app/state/finding.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

namespace {

/// A line that is seen on light and dark ground.
void outline(const Ui& ui, const std::vector<ImVec2>& points, bool closed) {
    if (points.size() < 2) return;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImDrawFlags flags = closed ? ImDrawFlags_Closed : ImDrawFlags_None;
    const auto count = static_cast<int>(points.size());
    draw.AddPolyline(points.data(), count, palette().paper, flags, ui.px(4));
    draw.AddPolyline(points.data(), count, palette().accent, flags, ui.px(1.8F));
}

std::string degrees(LonLat at) {
    char text[48];
    std::snprintf(text, sizeof text, "%.5f,%.5f", at.lon, at.lat);
    return text;
}

std::vector<ImVec2> rectangle(ImVec2 a, ImVec2 b) {
    return {{a.x, a.y}, {b.x, a.y}, {b.x, b.y}, {a.x, b.y}};
}

void finish_box(Ui& ui, const PixelRect& map, ImVec2 a, ImVec2 b) {
    const auto box = box_on_screen(ui.state.view, {std::min(a.x, b.x) - map.x, std::min(a.y, b.y) - map.y,
                                                   std::max(a.x, b.x) - map.x, std::max(a.y, b.y) - map.y});
    if (!box) return;
    if (!ui.state.store.filter().lasso.empty()) ui.commands.add("filter.clear", {"lasso"});
    ui.commands.add("filter.box", {degrees({box->west, box->south}) + "," + degrees({box->east, box->north})});
    ui.commands.add("map.tool", {"none"});
}

void finish_lasso(Ui& ui, const PixelRect& map, const std::vector<ImVec2>& drawn) {
    constexpr std::size_t most_points = 240;
    std::vector<std::string> points;
    const std::size_t step = drawn.size() / most_points + 1;
    for (std::size_t i = 0; i < drawn.size(); i += step)
        if (const auto at = lonlat_from_screen(ui.state.view, {drawn[i].x - map.x, drawn[i].y - map.y}))
            points.push_back(degrees(*at));
    if (points.size() < 3) return;
    if (ui.state.store.filter().box) ui.commands.add("filter.clear", {"bbox"});
    ui.commands.add("filter.lasso", points);
    ui.commands.add("map.tool", {"none"});
}

void draw_hint(Ui& ui, const PixelRect& map, const char* words) {
    const MeasureText measure = measure_with(ui.fonts.small);
    const std::string text = elided(words, map.width - ui.px(48), measure);
    const float width = measure(text) + ui.px(24), height = ui.px(28);
    const ImVec2 at{std::round(map.x + (map.width - width) / 2), std::round(map.y + ui.px(12))};
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + width, at.y + height}, palette().paper_raised, ui.px(8));
    draw.AddRect(at, {at.x + width, at.y + height}, palette().accent, ui.px(8));
    text_at(ui.fonts.small, {at.x + ui.px(12), at.y + (height - ui.fonts.small->FontSize) / 2}, palette().ink, text);
}

/// A side of a filter's outline, bent as the projection bends it. What lies out of sight is left out.
void add_side(std::vector<ImVec2>& points, const View& view, const PixelRect& map, LonLat from, LonLat to, int steps) {
    for (int step = 0; step < steps; ++step) {
        const double share = double(step) / steps;
        const auto at = screen_from_lonlat(
            view, {std::remainder(from.lon + (to.lon - from.lon) * share, 360), from.lat + (to.lat - from.lat) * share});
        if (at) points.push_back({map.x + static_cast<float>(at->x), map.y + static_cast<float>(at->y)});
    }
}

void draw_ring(const Ui& ui, const PixelRect& map, const std::vector<LonLat>& ring, int steps) {
    std::vector<ImVec2> points;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat &from = ring[i], &next = ring[(i + 1) % ring.size()];
        add_side(points, ui.state.view, map, from, {from.lon + std::remainder(next.lon - from.lon, 360), next.lat},
                 steps);
    }
    // Where the map's edge cuts the world in two, a side would run across all of it.
    bool torn = false;
    for (std::size_t i = 0; i < points.size(); ++i)
        torn |= std::abs(points[i].x - points[(i + 1) % points.size()].x) > map.width * 0.7F;
    if (!torn) outline(ui, points, true);
}

}  // namespace

void draw_map_pick(Ui& ui, const PixelRect& map) {
    if (ui.state.map_pick.empty()) return;
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    draw_hint(ui, map, "Click where it happened  ·  drag moves the map  ·  Esc cancels");
}

bool give_click(Ui& ui, double x, double y) {
    if (ui.state.map_pick.empty()) return false;
    const auto at = lonlat_from_screen(ui.state.view, {x, y});
    if (!at) return true;  // beside the world: another click may meet it
    std::vector<std::string> arguments(ui.state.map_pick.begin() + 1, ui.state.map_pick.end());
    for (const double degrees_of : {at->lon, at->lat}) arguments.push_back(std::to_string(degrees_of));
    ui.commands.add(ui.state.map_pick.front(), std::move(arguments));
    ui.commands.add("map.pick", {"none"});
    return true;
}

bool handle_map_tool(Ui& ui, const PixelRect& map) {
    const MapTool tool = ui.state.tool;
    std::vector<ImVec2>& drawn = ui.memory.drawn;
    if (tool == MapTool::none) {
        drawn.clear();
        return false;
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImVec2 inside{std::clamp(mouse.x, map.x, map.right()), std::clamp(mouse.y, map.y, map.bottom())};
    if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ImGui::IsItemActivated()) drawn = {inside};
    if (ImGui::IsItemActive() && !drawn.empty()) {
        const float moved = std::hypot(inside.x - drawn.back().x, inside.y - drawn.back().y);
        if (tool == MapTool::box && drawn.size() > 1)
            drawn.back() = inside;
        else if (moved > ui.px(4))
            drawn.push_back(inside);
    }
    if (tool == MapTool::box && drawn.size() > 1) {
        const std::vector<ImVec2> corners = rectangle(drawn.front(), drawn.back());
        ImGui::GetWindowDrawList()->AddConvexPolyFilled(corners.data(), 4, palette().accent_wash & 0x60FFFFFF);
        outline(ui, corners, true);
    } else {
        outline(ui, drawn, false);
    }
    if (ImGui::IsItemDeactivated() && drawn.size() > 1) {
        if (tool == MapTool::box)
            finish_box(ui, map, drawn.front(), drawn.back());
        else
            finish_lasso(ui, map, drawn);
        drawn.clear();
    }
    draw_hint(ui, map,
              tool == MapTool::box ? "Drag a box around the events to look at  ·  Esc cancels"
                                   : "Drag a line around the events to look at  ·  Esc cancels");
    return true;
}

void draw_place_filter(Ui& ui, const PixelRect& map) {
    const EventFilter& filter = ui.state.store.filter();
    if (ui.state.view.crs.empty() || (!filter.box && filter.lasso.empty())) return;
    ImGui::PushClipRect({map.x, map.y}, {map.right(), map.bottom()}, true);
    if (filter.box) {
        const GeoBox& box = *filter.box;
        const double east = box.east < box.west ? box.east + 360 : box.east, middle = (box.west + east) / 2;
        // A box may be wider than half of the world: its long sides go by their middles.
        draw_ring(ui, map,
                  {{box.west, box.south}, {middle, box.south}, {east, box.south}, {east, box.north}, {middle, box.north},
                   {box.west, box.north}},
                  12);
    }
    if (!filter.lasso.empty()) draw_ring(ui, map, filter.lasso, 2);
    ImGui::PopClipRect();
}

}  // namespace chronomap
