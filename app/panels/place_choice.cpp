// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/panels/place_choice.hpp"

#include <algorithm>
#include <cstdio>

#include "app/panels/widgets.hpp"
#include "geo/places/gazetteer.hpp"

namespace chronomap {

namespace {

const char* word_of(const Place& place) {
    switch (place.feature) {
        case FeatureClass::administrative:
            return place.feature_code.starts_with("PCL") ? "country" : "province or district";
        case FeatureClass::hydrographic:
            return "water";
        case FeatureClass::region:
            return "region";
        case FeatureClass::populated:
            return "town or village";
        case FeatureClass::road:
            return "road";
        case FeatureClass::terrain:
            return "mountain or terrain";
        case FeatureClass::undersea:
            return "under the sea";
        case FeatureClass::vegetation:
            return "forest or land";
        case FeatureClass::spot:
            break;
    }
    return "spot or building";
}

/// "40 200": digits in threes.
std::string in_threes(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), " ");
    return digits;
}

}  // namespace

std::string details_of(const Place& place) {
    std::string words = place.country;
    words += (words.empty() ? "" : ", ") + std::string(word_of(place));
    if (place.population > 0) words += ", " + in_threes(place.population) + " people";
    return words;
}

bool place_row(Ui& ui, const Place& place, double score, bool lit) {
    const MeasureText body = measure_with(ui.fonts.body), small = measure_with(ui.fonts.small);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.fonts.body->FontSize + ui.fonts.small->FontSize * 1.25F + ui.px(9);
    ImGui::PushID(place.id.c_str());
    const bool pressed = ImGui::InvisibleButton("place", {width, height});
    const bool hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (lit || hovered)
        draw.AddRectFilled(at, {at.x + width, at.y + height}, lit ? palette().accent_tint : palette().accent_wash,
                           ui.px(4));
    char number[16] = "";
    if (score >= 0) std::snprintf(number, sizeof number, "%.2f", score);
    const float number_width = small(number);
    const float left = at.x + ui.px(8);
    const float room = width - ui.px(16);
    text_at(ui.fonts.body, {left, at.y + ui.px(3)}, palette().ink,
            elided(place.name, room - number_width - ui.px(8), body));
    text_at(ui.fonts.small, {at.x + width - ui.px(8) - number_width, at.y + ui.px(5)}, palette().ink_soft, number);
    text_at(ui.fonts.small, {left, at.y + ui.px(4) + ui.fonts.body->FontSize}, palette().ink_soft,
            elided(details_of(place), room, small));
    return pressed;
}

PlacePtr search_place(Ui& ui, PlaceSearch& search, bool take_keys) {
    constexpr std::size_t most = 6;
    if (!ui.state.gazetteer) return nullptr;
    if (take_keys) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint("##search", "Another place, in any script", &search.typed);
    if (search.typed != search.answered) {
        search.answered = search.typed;
        search.found.clear();
        if (search.typed.size() >= 2) search.found = ui.state.gazetteer->lookup(search.typed);
        if (search.found.size() > most) search.found.resize(most);
    }
    PlacePtr chosen;
    for (const PlacePtr& place : search.found)
        if (place_row(ui, *place, -1, false)) chosen = place;
    if (search.found.empty() && search.typed.size() >= 2)
        wrapped_text_in(ui.fonts.small, palette().ink_soft, "The gazetteer has no place of this name. Write it whole.");
    return chosen;
}

}  // namespace chronomap
