#include <algorithm>
#include <array>
#include <cmath>

#include "app/panels/card_editors.hpp"
#include "app/panels/event_symbol.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/source_reports.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/map_style.hpp"
#include "geo/events/correcting.hpp"

namespace chronomap {

namespace {

constexpr float label_width = 82;

/// "Dated   the sentence names it", the value broken into lines beside its label; `room` is kept free at the right.
void row(Ui& ui, const char* label, const std::string& value, float room = 0) {
    if (value.empty()) return;
    const ImVec2 at = ImGui::GetCursorPos();
    text_in(ui.fonts.small, palette().ink_faint, label);
    const float bottom = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at.x + ui.px(label_width), at.y});
    ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - room);
    text_in(ui.fonts.small, palette().ink, value);
    ImGui::PopTextWrapPos();
    ImGui::SetCursorPos({at.x, std::max(bottom, ImGui::GetCursorPosY())});
}

/// A word to press, at the right of the row that begins at `y`.
bool action(Ui& ui, const char* word, const char* id, float y) {
    const float width = measure_with(ui.fonts.small)(word);
    const ImVec2 after = ImGui::GetCursorPos();
    const ImVec2 at{ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x - width, y};
    ImGui::SetCursorScreenPos(at);
    const bool pressed = ImGui::InvisibleButton(id, {width, ui.fonts.small->FontSize * 1.25F});
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    text_at(ui.fonts.small, at, hovered ? palette().accent_dark : palette().accent, word);
    if (hovered) {
        const float line = std::round(at.y + ui.fonts.small->FontSize * 1.1F);
        ImGui::GetWindowDrawList()->AddRectFilled({at.x, line}, {at.x + width, line + std::max(1.0F, ui.px(1))},
                                                  palette().accent_dark);
    }
    ImGui::SetCursorPos(after);
    return pressed;
}

/// A row that can be changed; opens or closes its editor.
void changeable(Ui& ui, const char* label, const std::string& value, CardEditor editor) {
    CardMemory& card = ui.memory.card;
    const float y = ImGui::GetCursorScreenPos().y;
    const float room = measure_with(ui.fonts.small)("Change") + ui.px(10);
    row(ui, label, value, room);
    if (!action(ui, "Change", label, y)) return;
    card.editor = card.editor == editor ? CardEditor::none : editor;
    card.begun = card.editor != CardEditor::none;
    card.typed.clear();
    card.mistake.clear();
    card.search = {};
}

/// What the program read, below what the user says instead, with the way back.
void as_read(Ui& ui, const Event& event, const std::string& read, const char* what) {
    const ImVec2 at = ImGui::GetCursorPos();
    const float y = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorPosX(at.x + ui.px(label_width));
    ImGui::PushTextWrapPos(ImGui::GetWindowContentRegionMax().x - measure_with(ui.fonts.small)("Back") - ui.px(10));
    text_in(ui.fonts.small, palette().ink_soft, "the program read: " + read);
    ImGui::PopTextWrapPos();
    if (action(ui, "Back", what, y)) ui.commands.add("event.as-read", {event.id, what});
    ImGui::SetCursorPosX(at.x);
}

void draw_place(Ui& ui, const Event& event, const Extraction* article) {
    const UserMark* mark = event.user.get();
    const bool changed = mark != nullptr && mark->read_place.has_value();
    std::string words = changed || (mark != nullptr && mark->origin == EventOrigin::added) ? "placed by you"
                        : article != nullptr                                              ? how_placed(event, *article)
                                                                                          : "";
    changeable(ui, "Placed", words, CardEditor::place);
    if (changed)
        as_read(ui, event,
                *mark->read_place ? display_name(**mark->read_place, ui.state.naming, *mark->read_place_surface)
                                  : "no place",
                "place");
    if (ui.memory.card.editor == CardEditor::place) draw_place_editor(ui, event, article);
    if (event.place && !event.place->sources.empty()) row(ui, "Gazetteer", event.place->sources.front());
}

void draw_date(Ui& ui, const Event& event, const Extraction* article) {
    const UserMark* mark = event.user.get();
    std::string words = event.dated_by == DatedBy::user ? "dated by you (" + event.date.text() + ")"
                        : article != nullptr            ? how_dated(event, *article)
                                                        : "";
    changeable(ui, "Dated", words, CardEditor::date);
    if (mark != nullptr && mark->read_date) as_read(ui, event, describe(*mark->read_date), "date");
    if (ui.memory.card.editor == CardEditor::date) draw_date_editor(ui, event);
}

void draw_said_by(Ui& ui, const Event& event) {
    const auto words = [](const std::string& who) { return who.empty() ? std::string("the article itself") : who; };
    changeable(ui, "Said by", words(event.attribution), CardEditor::said_by);
    if (event.user && event.user->read_attribution) as_read(ui, event, words(*event.user->read_attribution), "said-by");
    if (ui.memory.card.editor == CardEditor::said_by) draw_said_by_editor(ui, event);
}

void draw_kind(Ui& ui, const Event& event) {
    const float y = ImGui::GetCursorScreenPos().y;
    row(ui, "Kind", words_of(event.kind));
    if (action(ui, "Change", "kind", y)) ImGui::OpenPopup("kinds");
    if (event.user && event.user->read_kind) as_read(ui, event, words_of(*event.user->read_kind), "kind");
    if (!ImGui::BeginPopup("kinds")) return;
    for (int i = 0; i <= static_cast<int>(EventKind::protest); ++i) {
        const auto kind = static_cast<EventKind>(i);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float radius = ui.px(5);
        const std::string label = "      " + words_of(kind);
        if (ImGui::MenuItem(label.c_str(), nullptr, kind == event.kind))
            ui.commands.add("event.kind", {event.id, std::string(name_of(kind))});
        draw_event_symbol(*ImGui::GetWindowDrawList(), map_style(ui.state).of(kind),
                          {at.x + ui.px(10), at.y + ui.fonts.body->FontSize * 0.55F}, radius);
    }
    ImGui::EndPopup();
}

/// Whether the source tells it as something that happened.
void draw_modality(Ui& ui, const Event& event) {
    const float y = ImGui::GetCursorScreenPos().y;
    row(ui, "Told as", words_of(event.modality));
    if (action(ui, "Change", "modality", y)) ImGui::OpenPopup("modalities");
    if (event.user && event.user->read_modality)
        as_read(ui, event, words_of(*event.user->read_modality), "modality");
    if (!ImGui::BeginPopup("modalities")) return;
    for (const Modality each : {Modality::fact, Modality::planned, Modality::possible, Modality::denied})
        if (ImGui::MenuItem(words_of(each).c_str(), nullptr, each == event.modality))
            ui.commands.add("event.modality", {event.id, std::string(name_of(each))});
    ImGui::EndPopup();
}

/// A button with the mark of a verdict before its word, in a row of them that is broken where the card is narrow.
bool verdict_button(Ui& ui, Verdict verdict, const char* word, bool lit) {
    const float mark = ui.px(4.5F), padding = ui.px(10);
    const float width = padding * 2 + mark * 2 + ui.px(6) + ImGui::CalcTextSize(word).x;
    if (verdict != Verdict::verified) ImGui::SameLine(0, ui.px(6));
    if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {1, 0.5F});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding, ui.px(4)});
    const bool pressed = button(ui, word, lit ? ButtonLook::lit : ButtonLook::plain, {width, 0});
    ImGui::PopStyleVar(2);
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    draw_verdict_mark(*ImGui::GetWindowDrawList(), verdict, {low.x + padding + mark, (low.y + high.y) / 2}, mark,
                      lit ? palette().accent_dark : palette().ink_soft);
    return pressed;
}

void draw_verdict(Ui& ui, const Event& event) {
    constexpr std::array<std::pair<Verdict, const char*>, 3> verdicts{
        {{Verdict::verified, "Verified"}, {Verdict::disputed, "Disputed"}, {Verdict::rejected, "Rejected"}}};
    ImGui::PushFont(ui.fonts.small);
    for (const auto& [verdict, word] : verdicts) {
        const bool lit = verdict_of(event) == verdict;
        if (verdict_button(ui, verdict, word, lit))
            ui.commands.add("event.verdict", {event.id, std::string(name_of(lit ? Verdict::none : verdict))});
    }
    ImGui::PopFont();
    if (verdict_of(event) == Verdict::rejected)
        wrapped_text_in(ui.fonts.small, palette().ink_soft, "Not on the map, but counted and listed as rejected.");
}

/// The other sentences that tell this event, each in its own words.
void draw_merged(Ui& ui, const Event& event) {
    if (!event.user || event.user->merged.empty()) return;
    ImGui::Dummy({1, ui.px(4)});
    const std::size_t count = event.user->merged.size();
    const float y = ImGui::GetCursorScreenPos().y;
    text_in(ui.fonts.small, palette().ink_faint,
            count == 1 ? "Told by one more sentence" : "Told by " + std::to_string(count) + " more sentences");
    if (action(ui, "Tell apart", "apart", y)) ui.commands.add("event.tell-apart", {event.id});
    for (const Event& other : event.user->merged) {
        wrapped_text_in(ui.fonts.small, palette().ink, "“" + other.quote + "”");
        const ExtractionPtr article = article_of(ui.state, other.article_id);
        std::string from = article ? heading_of(article->article) : other.article_id + " (not open)";
        if (!other.attribution.empty()) from += ", said by " + other.attribution;
        const std::string place = other.place ? place_name_of(other, ui.state.naming) : other.place_surface;
        from += ": " + place + (place.empty() ? "" : ", ") + describe(other.date);
        wrapped_text_in(ui.fonts.small, palette().ink_soft, from);
    }
}

/// The reports that the user took out of this event.
void draw_apart(Ui& ui, const Event& event) {
    if (!event.user || event.user->apart == 0) return;
    ImGui::Dummy({1, ui.px(4)});
    const float y = ImGui::GetCursorScreenPos().y;
    const std::size_t count = event.user->apart;
    text_in(ui.fonts.small, palette().ink_soft,
            "Told apart by you from " + std::to_string(count) + (count == 1 ? " report" : " reports"));
    if (action(ui, "Join again", "join", y)) ui.commands.add("event.join-again", {event.id});
}

void draw_actions(Ui& ui, const Event& event) {
    CardMemory& card = ui.memory.card;
    ImGui::Dummy({1, ui.px(2)});
    ImGui::PushFont(ui.fonts.small);
    if (button(ui, "Merge…")) {
        card.editor = card.editor == CardEditor::merge ? CardEditor::none : CardEditor::merge;
        card.begun = true;
    }
    hint(ui, "Another event is the same one: tell both as one, with both sources");
    ImGui::SameLine();
    if (button(ui, "Split")) ui.commands.add("event.split", {event.id});
    hint(ui, "The sentence tells two events: make a twin, to be dated or placed otherwise");
    ImGui::SameLine();
    if (button(ui, "Copy")) ui.commands.add("event.copy", {event.id});
    hint(ui, "Copy it as one cites it: sentence, article, publisher and day (Ctrl+C)");
    if (event.user && event.user->origin != EventOrigin::read) {
        ImGui::SameLine();
        if (button(ui, "Remove")) ui.commands.add("event.remove", {event.id});
        hint(ui, "Take away this event, which you made");
    }
    ImGui::PopFont();
    if (card.editor == CardEditor::merge) draw_merge_editor(ui, event);
}

void draw_head(Ui& ui, const Event& event) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float radius = ui.px(6);
    draw_event_symbol(*ImGui::GetWindowDrawList(), map_style(ui.state).of(event.kind),
                      {at.x + radius, at.y + ui.fonts.bold->FontSize * 0.6F}, radius);
    ImGui::SetCursorScreenPos({at.x + radius * 2 + ui.px(9), at.y});
    wrapped_text_in(ui.fonts.bold, palette().ink,
                    place_name_of(event, ui.state.naming) + ", " + describe(event.date));
    ImGui::Dummy({1, ui.px(1)});
    wrapped_text_in(ui.fonts.body, palette().ink, "“" + event.quote + "”");
}

}  // namespace

void draw_source_card(Ui& ui) {
    const Event* event = selected_event(ui.state);
    if (event == nullptr) {
        text_in(ui.fonts.bold, palette().ink, "Source");
        wrapped_text_in(ui.fonts.small, palette().ink_soft,
                        "Choose an event on the map, in the list or in the text to see what it rests on. To add one, "
                        "mark its sentence in the article.");
        return;
    }
    if (ui.memory.card.event != event->id) {
        ui.memory.card = {};
        ui.memory.card.event = event->id;
    }
    const ExtractionPtr extraction = article_of(ui.state, event->article_id);
    ImGui::BeginChild("card", {0, 0}, false, ImGuiWindowFlags_NoNav);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(8), ui.px(4)});
    draw_head(ui, *event);
    ImGui::Dummy({1, ui.px(2)});
    draw_verdict(ui, *event);
    ImGui::Dummy({1, ui.px(2)});
    if (event->user && event->user->origin != EventOrigin::read)
        row(ui, "Made", event->user->origin == EventOrigin::added ? "added by you" : "split off by you");
    draw_said_by(ui, *event);
    draw_kind(ui, *event);
    draw_modality(ui, *event);
    draw_date(ui, *event, extraction.get());
    draw_place(ui, *event, extraction.get());
    if (!event->user || event->user->origin == EventOrigin::read)
        row(ui, "Confidence", words_of_confidence(event->confidence));
    if (extraction) {
        row(ui, "Article", heading_of(extraction->article));
        std::string from = extraction->article.publisher;
        const std::string day = published_words(extraction->article);
        if (!day.empty()) from += (from.empty() ? "" : ", ") + day;
        row(ui, "Published", from);
        row(ui, "File", extraction->article.path == "-" ? "" : extraction->article.path);
    }
    draw_merged(ui, *event);
    draw_apart(ui, *event);
    ImGui::Dummy({1, ui.px(3)});
    draw_note(ui, *event);
    draw_actions(ui, *event);
    draw_other_reports(ui, *event);
    ui.memory.card.begun = false;
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace chronomap
