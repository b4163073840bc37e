#include <algorithm>

#include "app/panels/event_symbol.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/source_reports.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/map_style.hpp"

namespace chronomap {

namespace {

/// "Dated   the sentence names it", the value broken into lines beside its label.
void row(Ui& ui, const char* label, const std::string& value) {
    if (value.empty()) return;
    const ImVec2 at = ImGui::GetCursorPos();
    text_in(ui.fonts.small, palette().ink_faint, label);
    const float bottom = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at.x + ui.px(82), at.y});
    wrapped_text_in(ui.fonts.small, palette().ink, value);
    ImGui::SetCursorPos({at.x, std::max(bottom, ImGui::GetCursorPosY())});
}

}  // namespace

void draw_source_card(Ui& ui) {
    const Event* event = selected_event(ui.state);
    if (event == nullptr) {
        text_in(ui.fonts.bold, palette().ink, "Source");
        wrapped_text_in(ui.fonts.small, palette().ink_soft,
                        "Choose an event on the map, in the list or in the text to see what it rests on.");
        return;
    }
    const ExtractionPtr extraction = article_of(ui.state, event->article_id);
    ImGui::BeginChild("card", {0, 0}, false, ImGuiWindowFlags_NoNav);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(4)});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float radius = ui.px(6);
    draw_event_symbol(*ImGui::GetWindowDrawList(), map_style(ui.state).of(event->kind),
                      {at.x + radius, at.y + ui.fonts.bold->FontSize * 0.6F}, radius);
    ImGui::SetCursorScreenPos({at.x + radius * 2 + ui.px(9), at.y});
    const std::string place = place_name_of(*event, ui.state.naming);
    wrapped_text_in(ui.fonts.bold, palette().ink, place + ", " + describe(event->date));
    ImGui::Dummy({1, ui.px(1)});
    wrapped_text_in(ui.fonts.body, palette().ink, "“" + event->quote + "”");
    ImGui::Dummy({1, ui.px(4)});
    row(ui, "Said by", event->attribution.empty() ? "the article itself" : event->attribution);
    row(ui, "Kind", words_of(event->kind));
    if (extraction) row(ui, "Dated", how_dated(*event, *extraction));
    if (extraction) row(ui, "Placed", how_placed(*event, *extraction));
    if (event->place && !event->place->sources.empty()) row(ui, "Gazetteer", event->place->sources.front());
    row(ui, "Confidence", words_of_confidence(event->confidence));
    if (extraction) {
        row(ui, "Article", heading_of(extraction->article));
        std::string from = extraction->article.publisher;
        const std::string day = published_words(extraction->article);
        if (!day.empty()) from += (from.empty() ? "" : ", ") + day;
        row(ui, "Published", from);
        row(ui, "File", extraction->article.path);
    }
    draw_other_reports(ui, *event);
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace chronomap
