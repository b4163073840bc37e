#include <algorithm>
#include <array>

#include "app/panels/event_words.hpp"
#include "app/panels/widgets.hpp"

namespace chronomap {

namespace {

constexpr std::array<ResidueReason, 4> reasons{ResidueReason::undated, ResidueReason::unplaced,
                                               ResidueReason::ambiguous_place, ResidueReason::not_an_event};

/// Of one reason: a table of events may have as many without a date as a page has letters.
constexpr int most_entries = 400;

void draw_entry(Ui& ui, const Extraction& extraction, const Residue& residue, int id) {
    const std::string quote = folded(residue.sentence.of(extraction.article.text));
    const float width = ImGui::GetContentRegionAvail().x - ui.px(6);
    const MeasureText small = measure_with(ui.fonts.small);
    const ShortLayout lines = layout_short(quote, width, 3, small);
    const float line = ui.fonts.small->FontSize * 1.3F;
    const bool has_detail = !residue.detail.empty();
    const float height = line * static_cast<float>(lines.lines.size() + (has_detail ? 1 : 0)) + ui.px(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(id);
    if (ImGui::InvisibleButton("entry", {std::max(1.0F, width), height}))
        ui.commands.add("article.show", {extraction.article.id, std::to_string(residue.sentence.begin)});
    const bool hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    if (!ImGui::IsItemVisible()) return;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (hovered)
        draw.AddRectFilled({at.x - ui.px(16), at.y}, {at.x + width + ui.px(16), at.y + height}, palette().accent_wash);
    draw.AddRectFilled({at.x, at.y + height - 1}, {at.x + width, at.y + height}, palette().hairline);
    float y = at.y + ui.px(6);
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        const std::string_view words = lines.lines[i].of(quote);
        const bool last = i + 1 == lines.lines.size() && lines.cut;
        text_at(ui.fonts.small, {at.x, y}, palette().ink,
                last ? elided(std::string(words) + " …", width, small) : std::string(words));
        y += line;
    }
    if (has_detail) text_at(ui.fonts.small, {at.x, y}, palette().ink_soft, elided(residue.detail, width, small));
}

/// What the user rejected: not on the map, but here, with the way back.
bool draw_rejected(Ui& ui) {
    const EventSetPtr events = ui.state.store.current();
    if (events->rejected.empty()) return false;
    text_in(ui.fonts.bold, palette().ink, "Rejected by you  " + std::to_string(events->rejected.size()));
    const MeasureText small = measure_with(ui.fonts.small);
    for (const Event& event : events->rejected) {
        ImGui::PushID(event.id.c_str());
        const float width = ImGui::GetContentRegionAvail().x - ui.px(6);
        const float line = ui.fonts.small->FontSize * 1.3F;
        const ShortLayout quote = layout_short(event.quote, width, 2, small);
        const std::string note(note_of(event));
        const std::size_t lines = quote.lines.size() + 1 + (note.empty() ? 0 : 1);
        const float height = line * static_cast<float>(lines) + ui.px(14);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (ImGui::InvisibleButton("rejected", {std::max(1.0F, width), height}))
            ui.commands.add("event.select", {event.id});
        const bool hovered = ImGui::IsItemHovered();
        ImDrawList& draw = *ImGui::GetWindowDrawList();
        if (hovered || event.id == ui.state.selected_event)
            draw.AddRectFilled({at.x - ui.px(16), at.y}, {at.x + width + ui.px(16), at.y + height},
                               hovered ? palette().accent_wash : palette().accent_tint);
        draw.AddRectFilled({at.x, at.y + height - 1}, {at.x + width, at.y + height}, palette().hairline);
        float y = at.y + ui.px(6);
        text_at(ui.fonts.small, {at.x, y}, palette().ink,
                elided(place_name_of(event, ui.state.naming) + ", " + describe(event.date), width, small));
        for (std::size_t i = 0; i < quote.lines.size(); ++i) {
            const std::string words(quote.lines[i].of(event.quote));
            const bool last = i + 1 == quote.lines.size() && quote.cut;
            text_at(ui.fonts.small, {at.x, y += line}, palette().ink_soft,
                    last ? elided(words + " …", width, small) : words);
        }
        if (!note.empty())
            text_at(ui.fonts.small, {at.x, y += line}, palette().accent_dark, elided("Your note: " + note, width, small));
        ImGui::PopID();
    }
    return true;
}

/// Corrections that no longer find what they correct.
bool draw_lost(Ui& ui) {
    const EventSetPtr events = ui.state.store.current();
    if (events->lost.empty()) return false;
    text_in(ui.fonts.bold, palette().ink, "Corrections without their sentence  " + std::to_string(events->lost.size()));
    wrapped_text_in(ui.fonts.small, palette().ink_soft,
                    "The articles were read anew and have these words no more. They are kept. Correct the sentence that "
                    "tells it now, then drop them; or leave them until the article has its words again.");
    for (const LostCorrection& lost : events->lost) {
        ImGui::PushID((lost.key + lost.what).c_str());
        ImGui::Dummy({1, ui.px(3)});
        wrapped_text_in(ui.fonts.small, palette().ink, "“" + lost.quote + "”");
        wrapped_text_in(ui.fonts.small, palette().ink_soft, "You said: " + lost.what);
        ImGui::PushFont(ui.fonts.small);
        if (article_of(ui.state, lost.article_id)) {
            if (button(ui, "Show the article")) ui.commands.add("article.show", {lost.article_id});
            ImGui::SameLine();
        }
        if (button(ui, "Drop")) ui.commands.add("correction.drop", {lost.key});
        ImGui::PopFont();
        ImGui::Dummy({1, ui.px(3)});
        ImGui::PopID();
    }
    return true;
}

}  // namespace

void draw_residue(Ui& ui) {
    const EventSetPtr events = ui.state.store.current();
    wrapped_text_in(ui.fonts.small, palette().ink_soft,
                    "Sentences with a place or a date that gave no event on the map.");
    ImGui::Dummy({1, ui.px(2)});
    ImGui::BeginChild("entries", {0, 0}, false, ImGuiWindowFlags_NoNav);
    bool any = draw_lost(ui);
    if (any && !events->rejected.empty()) ImGui::Dummy({1, ui.px(10)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    any = draw_rejected(ui) || any;
    ImGui::PopStyleVar();
    for (const ResidueReason reason : reasons) {
        std::size_t count = 0;
        for (const ExtractionPtr& extraction : events->articles)
            count += static_cast<std::size_t>(std::count_if(extraction->residue.begin(), extraction->residue.end(),
                                                            [&](const Residue& r) { return r.reason == reason; }));
        if (count == 0) continue;
        if (any) ImGui::Dummy({1, ui.px(10)});
        any = true;
        text_in(ui.fonts.bold, palette().ink, words_of(reason) + "  " + std::to_string(count));
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        ImGui::PushID(static_cast<int>(reason));
        int id = 0;
        for (const ExtractionPtr& extraction : events->articles) {
            ImGui::PushID(extraction->article.id.c_str());
            for (const Residue& residue : extraction->residue) {
                if (id == most_entries) break;
                if (residue.reason == reason) draw_entry(ui, *extraction, residue, id++);
            }
            ImGui::PopID();
        }
        ImGui::PopID();
        ImGui::PopStyleVar();
        if (count > static_cast<std::size_t>(most_entries))
            wrapped_text_in(ui.fonts.small, palette().ink_soft,
                            "and " + std::to_string(count - most_entries) + " more; `chronomap extract` lists them all");
    }
    if (events->articles.empty())
        wrapped_text_in(ui.fonts.body, palette().ink_soft,
                        "What an article says without a place or without a date is listed here, so that nothing "
                        "vanishes. Open one to see it.");
    else if (!any)
        wrapped_text_in(ui.fonts.body, palette().ink_soft, "Nothing is left over: every such sentence is on the map.");
    ImGui::EndChild();
}

}  // namespace chronomap
