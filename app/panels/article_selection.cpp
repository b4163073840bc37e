// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/panels/article_selection.hpp"

#include <algorithm>
#include <cmath>

#include "app/panels/event_words.hpp"
#include "app/panels/place_choice.hpp"
#include "app/panels/widgets.hpp"
#include "geo/events/correcting.hpp"

namespace chronomap {

namespace {

constexpr bool ends_word(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Both ends moved out to whole words.
TextRange whole_words(std::string_view text, std::uint32_t a, std::uint32_t b) {
    TextRange range{std::min(a, b), std::max(a, b) + 1};
    while (range.begin > 0 && !ends_word(text[range.begin - 1])) --range.begin;
    while (range.end < text.size() && !ends_word(text[range.end])) ++range.end;
    return range;
}

/// The first place and the first date that were read in the words.
void read_words(const Extraction& article, TextSelection& selection) {
    selection.place = nullptr;
    selection.date.clear();
    selection.mistake.clear();
    selection.search = {};
    const StretchReading read = read_stretch(article, selection.range);
    selection.place = read.place;
    selection.date = read.date.text();
}

void add_event(Ui& ui, bool by_click) {
    TextSelection& selection = ui.memory.selection;
    const auto date = parse_date_as_typed(selection.date);
    if (!date || date->span().empty()) {
        selection.mistake = selection.date.empty() ? "Say when it happened." : "This is no date.";
        return;
    }
    const std::vector<std::string> stretch{selection.article, std::to_string(selection.range.begin),
                                           std::to_string(selection.range.end), "when", date->text(), "at"};
    if (by_click) {
        std::vector<std::string> arguments{"event.add"};
        arguments.insert(arguments.end(), stretch.begin(), stretch.end());
        ui.commands.add("map.pick", std::move(arguments));
    } else if (selection.place) {
        std::vector<std::string> arguments = stretch;
        arguments.push_back(selection.place->id);
        ui.commands.add("event.add", std::move(arguments));
    } else {
        selection.mistake = "Say where it happened.";
        return;
    }
    selection = {};
}

void draw_form(Ui& ui, const Extraction& article) {
    TextSelection& selection = ui.memory.selection;
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui.px(340), display.x - ui.px(16));
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, display.y * 0.8F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(14), ui.px(12)});
    if (!ImGui::BeginPopup("new event")) {
        ImGui::PopStyleVar();
        selection.open = false;
        return;
    }
    ImGui::PopStyleVar();
    text_in(ui.fonts.bold, palette().ink, "Add an event");
    const ShortLayout lines = layout_short(folded(selection.range.of(article.article.text)),
                                           ImGui::GetContentRegionAvail().x, 4, measure_with(ui.fonts.small));
    const std::string quote = folded(selection.range.of(article.article.text));
    const std::size_t end = lines.lines.empty() ? 0 : lines.lines.back().end;
    wrapped_text_in(ui.fonts.small, palette().ink_soft, "“" + quote.substr(0, end) + (lines.cut ? " …" : "") + "”");
    ImGui::Dummy({1, ui.px(2)});
    section_heading(ui, "When");
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint("##when", "1993, Nov 2020, early 1990s", &selection.date);
    section_heading(ui, "Where");
    if (selection.place) (void)place_row(ui, *selection.place, -1, true);
    if (const PlacePtr found = search_place(ui, selection.search, false)) {
        selection.place = found;
        selection.search = {};
    }
    if (!selection.mistake.empty()) wrapped_text_in(ui.fonts.small, palette().error, selection.mistake);
    ImGui::Dummy({1, ui.px(2)});
    const bool add = button(ui, "Add", ButtonLook::accent);
    ImGui::SameLine();
    const bool click = button(ui, "Add with a click on the map");
    if (add || click) add_event(ui, click);
    if (selection.range.empty()) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

}  // namespace

bool follow_selection(Ui& ui, const Extraction& article, std::optional<std::uint32_t> byte) {
    TextSelection& selection = ui.memory.selection;
    const bool own = selection.article == article.article.id;
    if (ImGui::IsItemActivated() && byte) {
        selection = {};
        selection.article = article.article.id;
        selection.anchor = *byte;
        selection.dragging = true;
    }
    // Also in the frame of the release, which may be the first to see a quick move.
    if (selection.dragging && byte) {
        const ImVec2 from = ImGui::GetIO().MouseClickedPos[ImGuiMouseButton_Left], to = ImGui::GetIO().MousePos;
        if (std::hypot(to.x - from.x, to.y - from.y) > ui.px(5)) selection.moved = true;
        if (selection.moved) selection.range = whole_words(article.article.text, selection.anchor, *byte);
    }
    const bool was_moved = selection.moved;
    if (selection.dragging && !ImGui::IsItemActive()) {
        selection.dragging = selection.moved = false;
        if (!selection.range.empty()) {
            read_words(article, selection);
            selection.open = true;
            ImGui::OpenPopup("new event");
        }
    }
    if (selection.open && own) draw_form(ui, article);
    if (own && !selection.open && !selection.dragging) selection = {};
    return was_moved;
}

TextRange selected_text(const Ui& ui, const Extraction& article) {
    const TextSelection& selection = ui.memory.selection;
    return selection.article == article.article.id ? selection.range : TextRange{};
}

}  // namespace chronomap
