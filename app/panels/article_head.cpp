// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/panels/article_head.hpp"

#include <algorithm>
#include <cmath>

#include "app/panels/event_words.hpp"
#include "app/panels/mention_card.hpp"
#include "app/panels/widgets.hpp"
#include "geo/places/normalise.hpp"

namespace chronomap {

namespace {

std::string detail_of(const Extraction& article) {
    std::string words = article.article.publisher;
    const std::string day = published_words(article.article);
    if (!day.empty()) words += (words.empty() ? "" : "  ·  ") + day;
    const std::size_t events = article.events.size();
    return words + (words.empty() ? "" : "  ·  ") + std::to_string(events) + (events == 1 ? " event" : " events");
}

/// One article of the list: its title, and below it where it is from.
void draw_choice(Ui& ui, const Extraction& article, bool shown, float width) {
    const MeasureText body = measure_with(ui.fonts.body), small = measure_with(ui.fonts.small);
    const float height = ui.fonts.body->FontSize + ui.fonts.small->FontSize + ui.px(14);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(article.article.id.c_str());
    if (ImGui::Selectable("##article", shown, 0, {width, height}))
        ui.commands.add("article.show", {article.article.id});
    if (shown && ImGui::IsWindowAppearing()) ImGui::SetScrollHereY(0.4F);
    ImGui::PopID();
    const float room = width - ui.px(12), left = at.x + ui.px(6);
    text_at(ui.fonts.body, {left, at.y + ui.px(4)}, palette().ink, elided(heading_of(article.article), room, body));
    text_at(ui.fonts.small, {left, at.y + ui.px(7) + ui.fonts.body->FontSize}, palette().ink_soft,
            elided(detail_of(article), room, small));
}

/// A drop-down list of the open articles; where they are many, with a field that narrows it.
void draw_choice_of_article(Ui& ui, const Extraction& extraction) {
    const auto& articles = ui.state.store.current()->articles;
    if (articles.size() < 2) return;
    constexpr std::size_t many = 8;
    std::string& typed = ui.memory.article.typed_article;
    ImGui::PushFont(ui.fonts.small);
    const float arrows = ImGui::GetFrameHeight() * 2 + ui.px(8);
    const float width = ImGui::GetContentRegionAvail().x - arrows;
    const auto shown = std::ranges::find_if(articles, [&](const auto& each) { return each.get() == &extraction; });
    const std::string count =
        std::to_string(shown - articles.begin() + 1) + " of " + std::to_string(articles.size()) + ":  ";
    ImGui::SetNextItemWidth(width);
    ImGui::SetNextWindowSizeConstraints({std::max(width, ui.px(320)), 0},
                                        {std::max(width, ui.px(320)), ImGui::GetIO().DisplaySize.y * 0.7F});
    const std::string label =
        elided(count + heading_of(extraction.article), width - ui.px(40), measure_with(ui.fonts.small));
    if (ImGui::BeginCombo("##articles", label.c_str(), ImGuiComboFlags_HeightLargest)) {
        if (ImGui::IsWindowAppearing()) typed.clear();
        if (articles.size() >= many) {
            ImGui::SetNextItemWidth(-1);
            if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
            ImGui::InputTextWithHint("##narrow", "Find an article", &typed);
        }
        const float room = ImGui::GetContentRegionAvail().x;
        const std::string key = name_key(typed);
        for (const ExtractionPtr& each : articles) {
            const Article& article = each->article;
            if (!key.empty() &&
                name_key(article.title + " " + article.publisher + " " + article.id).find(key) == std::string::npos)
                continue;
            draw_choice(ui, *each, each.get() == &extraction, room);
        }
        ImGui::EndCombo();
    }
    ImGui::SameLine(0, ui.px(4));
    const float size = ImGui::GetFrameHeight() / ui.unit;
    if (glyph_button(ui, "##before", Glyph::previous, ButtonLook::quiet, size, "The article before"))
        ui.commands.add("article.show", {"previous"});
    ImGui::SameLine(0, ui.px(4));
    if (glyph_button(ui, "##after", Glyph::next, ButtonLook::quiet, size, "The next article"))
        ui.commands.add("article.show", {"next"});
    ImGui::PopFont();
}

/// Title, publisher and day.
void draw_title(Ui& ui, const Extraction& extraction, std::size_t most_lines) {
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string title = heading_of(extraction.article);
    // A very long title may not push the text away: a few lines of it, the rest under the mouse.
    const ShortLayout lines = layout_short(title, width, most_lines, measure_with(ui.fonts.heading));
    const float line = std::round(ui.fonts.heading->FontSize * 1.25F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        std::string words(lines.lines[i].of(title));
        if (i + 1 == lines.lines.size() && lines.cut)
            words = elided(words + " …", width, measure_with(ui.fonts.heading));
        text_at(ui.fonts.heading, {at.x, at.y + line * static_cast<float>(i)}, palette().ink, words);
    }
    ImGui::Dummy({width, line * static_cast<float>(lines.lines.size())});
    if (lines.cut) hint(ui, title.c_str());
    wrapped_text_in(ui.fonts.small, palette().ink_soft, detail_of(extraction));
}

void draw_legend(Ui& ui) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(5)});
    for (std::size_t kind = 0; kind < mark_kind_count; ++kind) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float sample = ui.px(34);
        draw_underline(ui, static_cast<MarkKind>(kind), true, at.x, at.x + sample,
                       at.y + ui.fonts.small->FontSize * 0.75F);
        ImGui::SetCursorScreenPos({at.x + sample + ui.px(10), at.y});
        text_in(ui.fonts.small, palette().ink, words_of(static_cast<MarkKind>(kind)));
    }
    wrapped_text_in(ui.fonts.small, palette().ink_soft, "Paler where the program is not sure.");
    ImGui::PopStyleVar();
}

/// Which of the places found is looked at, and the way to the others.
void draw_found(Ui& ui) {
    const ArticlePage& page = ui.memory.article;
    const std::size_t count = page.found.size();
    ImGui::SameLine(0, ui.px(8));
    ImGui::AlignTextToFramePadding();
    const std::string words =
        count == 0 ? "none"
                   : std::to_string(std::min(ui.state.reading.found_at + 1, count)) + "/" + std::to_string(count);
    text_in(ui.fonts.small, count == 0 ? palette().error : palette().ink_soft, words);
    if (count < 2) return;
    const float size = ImGui::GetFrameHeight() / ui.unit;
    ImGui::SameLine(0, ui.px(4));
    if (glyph_button(ui, "##found before", Glyph::previous, ButtonLook::quiet, size, "The place before"))
        ui.commands.add("find.previous");
    ImGui::SameLine(0, 0);
    if (glyph_button(ui, "##found next", Glyph::next, ButtonLook::quiet, size, "The next place (Enter)"))
        ui.commands.add("find.next");
}

/// The field for finding words in the article, and the button of the legend.
void draw_tools(Ui& ui) {
    ArticlePage& page = ui.memory.article;
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(8), ui.px(3)});
    const float legend = ImGui::CalcTextSize("Legend").x + ui.px(20);
    const float found = ui.state.reading.sought.empty() ? 0 : ui.px(104);
    ImGui::SetNextItemWidth(std::max(ui.px(70), ImGui::GetContentRegionAvail().x - legend - found - ui.px(8)));
    if (page.find_seen != ui.state.reading.find_asked) {
        page.find_seen = ui.state.reading.find_asked;
        ImGui::SetKeyboardFocusHere();
    }
    if (!page.finding) page.typed = ui.state.reading.sought;
    const bool entered =
        ImGui::InputTextWithHint("##find", "Find in the article", &page.typed,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    const bool edited = ImGui::IsItemEdited(), escaped = is_item_escaped();
    page.finding = ImGui::IsItemActive();
    if (escaped) {
        ui.commands.add("find.set");
        page.typed.clear();
    } else if (edited) {
        ui.commands.add("find.set", {page.typed});
    } else if (entered) {
        ui.commands.add(ImGui::GetIO().KeyShift ? "find.previous" : "find.next");
        ImGui::SetKeyboardFocusHere(-1);
    }
    if (!ui.state.reading.sought.empty()) draw_found(ui);
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - legend + ui.px(4));
    if (button(ui, "Legend", ButtonLook::quiet)) ImGui::OpenPopup("legend");
    ImGui::PopStyleVar();
    ImGui::PopFont();
    if (ImGui::BeginPopup("legend")) {
        draw_legend(ui);
        ImGui::EndPopup();
    }
}

}  // namespace

void draw_article_head(Ui& ui, const Extraction& extraction) {
    draw_choice_of_article(ui, extraction);
    // A low window is for the text; which article it is stands in the choice of them.
    const float height = ImGui::GetWindowHeight() / ui.unit;
    const bool choice = ui.state.store.current()->articles.size() > 1;
    if (height > 300 || !choice) draw_title(ui, extraction, height > 460 ? 4 : height > 340 ? 2 : 1);
    if (!extraction.article.text.empty()) draw_tools(ui);
    ImGui::Dummy({1, ui.px(2)});
}

}  // namespace chronomap
