#include "app/panels/furniture_settings.hpp"

// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>

#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

struct BlockRow {
    FurnitureBlock block;
    const char* label;
};

constexpr std::array<BlockRow, furniture_block_count> rows{{{FurnitureBlock::title, "Title"},
                                                            {FurnitureBlock::date, "Date"},
                                                            {FurnitureBlock::legend, "Legend"},
                                                            {FurnitureBlock::scale_bar, "Scale bar"},
                                                            {FurnitureBlock::locator, "Locator map"},
                                                            {FurnitureBlock::caption, "Caption"}}};

struct PlaceChoice {
    FurniturePlace place;
    const char* label;
};

constexpr std::array<PlaceChoice, 8> choices{{{FurniturePlace::usual, "Usual place"},
                                              {FurniturePlace::top_left, "Top left"},
                                              {FurniturePlace::top, "Top"},
                                              {FurniturePlace::top_right, "Top right"},
                                              {FurniturePlace::bottom_left, "Bottom left"},
                                              {FurniturePlace::bottom, "Bottom"},
                                              {FurniturePlace::bottom_right, "Bottom right"},
                                              {FurniturePlace::off, "Left out"}}};

const char* label_of(FurniturePlace place) {
    for (const PlaceChoice& choice : choices)
        if (choice.place == place) return choice.label;
    return "";
}

void place_row(Ui& ui, const BlockRow& row, float label_width) {
    const FurniturePlace chosen = ui.state.furniture.of(row.block);
    ImGui::AlignTextToFramePadding();
    text_in(ui.fonts.small, palette().ink_soft, row.label);
    ImGui::SameLine(label_width);
    ImGui::SetNextItemWidth(-1);
    ImGui::PushID(row.label);
    if (ImGui::BeginCombo("##place", label_of(chosen))) {
        for (const PlaceChoice& choice : choices)
            if (ImGui::Selectable(choice.label, choice.place == chosen))
                ui.commands.add("furniture.set", {std::string(name_of(row.block)), std::string(name_of(choice.place))});
        ImGui::EndCombo();
    }
    ImGui::PopID();
}

}  // namespace

void draw_furniture_settings(Ui& ui) {
    const auto label = [&](const char* words) { text_in(ui.fonts.small, palette().ink_soft, words); };
    std::string subtitle = ui.state.furniture.subtitle, caption = ui.state.furniture.caption;
    label("Line below the title");
    ImGui::SetNextItemWidth(-1);
    if (ImGui::InputText("##subtitle", &subtitle)) ui.commands.add("export.subtitle", {subtitle});
    label("Caption: words of your own on the map");
    if (ImGui::InputTextMultiline("##caption", &caption, {-1, ui.px(54)})) ui.commands.add("export.caption", {caption});
    const float label_width = ui.px(130);
    for (const BlockRow& row : rows) place_row(ui, row, label_width);
    bool brief = ui.state.furniture.sources == SourcesForm::brief;
    if (checkbox(ui, "Sources without addresses (they are never left out)", &brief))
        ui.commands.add("furniture.set", {"sources", brief ? "short" : "full"});
}

}  // namespace chronomap
