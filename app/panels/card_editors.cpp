// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/panels/card_editors.hpp"

#include <algorithm>

#include "app/panels/event_words.hpp"
#include "app/panels/place_choice.hpp"
#include "app/panels/widgets.hpp"
#include "geo/events/correcting.hpp"

namespace chronomap {

namespace {

/// A sunken box around an editor. End with end_editor.
void begin_editor(Ui& ui) {
    ImGui::Dummy({1, ui.px(1)});
    ImGui::Indent(ui.px(10));
}

void end_editor(Ui& ui, float top) {
    ImGui::Unindent(ui.px(10));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + ui.px(2), at.y - ui.px(4)}, palette().accent);
    ImGui::Dummy({1, ui.px(3)});
}

void close(CardMemory& card) {
    card.editor = CardEditor::none;
    card.mistake.clear();
}

/// A line of text that Enter gives; true then. Escape closes.
bool one_line(Ui& ui, const char* hint_text) {
    CardMemory& card = ui.memory.card;
    if (card.begun) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool entered =
        ImGui::InputTextWithHint("##typed", hint_text, &card.typed, ImGuiInputTextFlags_EnterReturnsTrue);
    if (is_item_escaped()) close(card);
    return entered;
}

std::size_t count_of_mention(const EventSet& set, const Event& event) {
    if (event.place_range.empty()) return 1;
    return static_cast<std::size_t>(std::ranges::count_if(set.events, [&](const Event& other) {
        return other.article_id == event.article_id && other.place_range == event.place_range;
    }));
}

/// Brings up to date what the card knows of the other events.
void look_around(Ui& ui, const Event& event) {
    constexpr std::size_t most_likely = 8;
    CardMemory& card = ui.memory.card;
    const EventSetPtr set = ui.state.store.current();
    if (card.looked_in == set) return;
    card.looked_in = set;
    card.of_mention = count_of_mention(*set, event);
    card.likely = likely_same(*set, event, most_likely);
}

}  // namespace

void draw_place_editor(Ui& ui, const Event& event, const Extraction* article) {
    CardMemory& card = ui.memory.card;
    const float top = ImGui::GetCursorScreenPos().y;
    begin_editor(ui);
    look_around(ui, event);
    const std::size_t together = card.of_mention;
    std::vector<std::string> before{event.id};
    std::string command = "event.place";
    if (together > 1 && card.whole_mention) {
        command = "mention.place";
        before = {event.article_id, std::to_string(event.place_range.begin)};
    }
    const auto choose = [&](std::vector<std::string> place) {
        std::vector<std::string> arguments = before;
        arguments.insert(arguments.end(), place.begin(), place.end());
        ui.commands.add(command, std::move(arguments));
        close(card);
    };
    if (article != nullptr)
        for (const PlaceMention& mention : article->places) {
            if (mention.range != event.place_range || event.place_range.empty()) continue;
            for (const PlaceCandidate& candidate : mention.candidates)
                if (candidate.place && place_row(ui, *candidate.place, candidate.score,
                                                 event.place && candidate.place->id == event.place->id))
                    choose({candidate.place->id});
            break;
        }
    if (const PlacePtr found = search_place(ui, card.search, card.begun)) choose({found->id});
    if (together > 1) {
        const std::string label = "for all " + std::to_string(together) + " events placed by these words";
        checkbox(ui, label.c_str(), &card.whole_mention);
    }
    if (button(ui, "Click on the map")) {
        before.insert(before.begin(), command);
        ui.commands.add("map.pick", before);
        close(card);
    }
    ImGui::SameLine();
    if (button(ui, "Close", ButtonLook::quiet)) close(card);
    end_editor(ui, top);
}

void draw_date_editor(Ui& ui, const Event& event) {
    CardMemory& card = ui.memory.card;
    const float top = ImGui::GetCursorScreenPos().y;
    begin_editor(ui);
    if (card.begun) card.typed = event.date.text();
    bool done = one_line(ui, "1993, Nov 2020, early 1990s");
    if (button(ui, "Set the date", ButtonLook::accent)) done = true;
    ImGui::SameLine();
    if (button(ui, "Close", ButtonLook::quiet)) close(card);
    if (done) {
        const auto date = parse_date_as_typed(card.typed);
        if (date && !date->span().empty()) {
            ui.commands.add("event.date", {event.id, card.typed});
            close(card);
        } else {
            card.mistake = date ? "this is no date" : date.error().message;
        }
    }
    if (!card.mistake.empty()) wrapped_text_in(ui.fonts.small, palette().error, card.mistake);
    end_editor(ui, top);
}

void draw_said_by_editor(Ui& ui, const Event& event) {
    CardMemory& card = ui.memory.card;
    const float top = ImGui::GetCursorScreenPos().y;
    begin_editor(ui);
    if (card.begun) card.typed = event.attribution;
    bool done = one_line(ui, "nobody: the article itself");
    if (button(ui, "Set", ButtonLook::accent)) done = true;
    ImGui::SameLine();
    if (button(ui, "Close", ButtonLook::quiet)) close(card);
    if (done) {
        ui.commands.add("event.said-by", {event.id, card.typed.empty() ? "itself" : card.typed});
        close(card);
    }
    end_editor(ui, top);
}

std::vector<EventIndex> likely_same(const EventSet& events, const Event& event, std::size_t most) {
    std::vector<std::pair<int, EventIndex>> ranked;
    for (EventIndex i = 0; i < events.events.size(); ++i) {
        const Event& other = events.events[i];
        if (other.id == event.id) continue;
        const bool place = other.place && event.place && other.place->id == event.place->id;
        const bool date = other.date.span().meets(event.date.span());
        if (place || date) ranked.emplace_back(place && date ? 0 : place ? 1 : 2, i);
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<int, EventIndex>::first);
    std::vector<EventIndex> likely;
    for (const auto& [rank, index] : ranked)
        if (likely.size() < most) likely.push_back(index);
    return likely;
}

void draw_merge_editor(Ui& ui, const Event& event) {
    CardMemory& card = ui.memory.card;
    const float top = ImGui::GetCursorScreenPos().y;
    begin_editor(ui);
    look_around(ui, event);
    const EventSetPtr set = card.looked_in;
    const std::vector<EventIndex> likely = card.likely;
    wrapped_text_in(ui.fonts.small, palette().ink_soft,
                    likely.empty() ? "No other event has this place or this date."
                                   : "Which one is the same event? It is told as a source of this one from then on.");
    const MeasureText small = measure_with(ui.fonts.small), bold = measure_with(ui.fonts.bold);
    const float width = ImGui::GetContentRegionAvail().x;
    for (const EventIndex index : likely) {
        const Event& other = set->events[index];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ShortLayout quote = layout_short(other.quote, width - ui.px(16), 2, small);
        const float height = ui.fonts.bold->FontSize +
                             ui.fonts.small->FontSize * 1.3F * static_cast<float>(quote.lines.size()) + ui.px(11);
        ImGui::PushID(other.id.c_str());
        if (ImGui::InvisibleButton("same", {width, height})) {
            ui.commands.add("event.merge", {event.id, other.id});
            close(card);
        }
        ImGui::PopID();
        if (ImGui::IsItemHovered()) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + height}, palette().accent_wash,
                                                      ui.px(4));
        }
        text_at(ui.fonts.bold, {at.x + ui.px(8), at.y + ui.px(4)}, palette().ink,
                elided(place_name_of(other, ui.state.naming) + ", " + describe(other.date), width - ui.px(16), bold));
        float y = at.y + ui.px(6) + ui.fonts.bold->FontSize;
        for (std::size_t i = 0; i < quote.lines.size(); ++i) {
            std::string words(quote.lines[i].of(other.quote));
            if (i + 1 == quote.lines.size() && quote.cut) words = elided(words + " …", width - ui.px(16), small);
            text_at(ui.fonts.small, {at.x + ui.px(8), y}, palette().ink_soft, words);
            y += ui.fonts.small->FontSize * 1.3F;
        }
    }
    if (button(ui, "Close", ButtonLook::quiet)) close(card);
    end_editor(ui, top);
}

void draw_note(Ui& ui, const Event& event) {
    CardMemory& card = ui.memory.card;
    const std::string note(note_of(event));
    // What the event has wins over the field when it changed behind it: undo, another window's script.
    if (card.note_read != note) card.note = card.note_read = note;
    const float line = ui.fonts.body->FontSize * 1.3F;
    const auto lines = 1 + std::ranges::count(card.note, '\n');
    ImGui::InputTextMultiline("##note", &card.note,
                              {-1, line * static_cast<float>(std::clamp<std::ptrdiff_t>(lines, 2, 6)) + ui.px(10)});
    if (ImGui::IsItemDeactivatedAfterEdit() && card.note != note) {
        ui.commands.add("event.note", {event.id, card.note});
        card.note_read = card.note;
    }
    if (card.note.empty() && !ImGui::IsItemActive()) {
        const ImVec2 at = ImGui::GetItemRectMin();
        text_at(ui.fonts.body, {at.x + ui.px(9), at.y + ui.px(6)}, palette().ink_faint, "Write a note");
    }
}

}  // namespace chronomap
