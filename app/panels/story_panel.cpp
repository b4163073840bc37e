// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "app/panels/event_words.hpp"
#include "app/panels/soft_wrap.hpp"
#include "app/panels/story_memory.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/story_telling.hpp"
#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

using Steps = std::vector<StoryStep>;

std::string number_of(std::size_t index) {
    return std::to_string(index + 1);
}

struct Wrapping {
    float width = 0;
    MeasureText measure;
};

/// Wraps anew what was typed.
int rewrap(ImGuiInputTextCallbackData* data) {
    const auto& wrapping = *static_cast<const Wrapping*>(data->UserData);
    const std::string_view shown(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    const Rewrapped next =
        rewrapped(shown, static_cast<std::size_t>(data->CursorPos), wrapping.width, wrapping.measure);
    if (next.shown == shown) return 0;
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, next.shown.data(), next.shown.data() + next.shown.size());
    data->CursorPos = data->SelectionStart = data->SelectionEnd = static_cast<int>(next.cursor);
    return 0;
}

/// A field of several lines that wraps; true once when the user leaves it changed.
bool wrapped_field(Ui& ui, const char* id, const char* hint_words, std::string& words, float lines) {
    const ImVec2 padding = ImGui::GetStyle().FramePadding;
    const float height = ImGui::GetTextLineHeight() * lines + padding.y * 2;
    // A scroll bar may take its room.
    Wrapping wrapping{ImGui::GetContentRegionAvail().x - padding.x * 2 - ImGui::GetStyle().ScrollbarSize - ui.px(4),
                      measure_with(ui.fonts.body)};
    std::string shown = soft_wrapped(words, wrapping.width, wrapping.measure);
    ImGui::InputTextMultiline(id, &shown, {-1, height}, ImGuiInputTextFlags_CallbackEdit, rewrap, &wrapping);
    words = unwrapped(shown);
    if (words.empty() && !ImGui::IsItemActive()) {
        const ImVec2 at = ImGui::GetItemRectMin();
        text_at(ui.fonts.body, {at.x + padding.x, at.y + padding.y}, palette().ink_faint, hint_words);
    }
    return ImGui::IsItemDeactivatedAfterEdit();
}

/// A field whose words become a command's last argument when the user leaves it.
void field(Ui& ui, const char* id, const char* hint_words, std::string& words, float lines, const char* command,
           std::vector<std::string> arguments) {
    ImGui::PushFont(ui.fonts.body);
    bool left = false;
    if (lines <= 1) {
        ImGui::SetNextItemWidth(-1);
        ImGui::InputTextWithHint(id, hint_words, &words);
        left = ImGui::IsItemDeactivatedAfterEdit();
    } else {
        left = wrapped_field(ui, id, hint_words, words, lines);
    }
    ImGui::PopFont();
    if (ImGui::IsItemActive()) ui.memory.story.typing = true;
    if (!left) return;
    arguments.push_back(words);
    ui.commands.add(command, std::move(arguments));
}

/// "1993 · 2 events".
std::string detail_of(const StoryStep& step) {
    std::string words = caption_of(step.time);
    if (const std::size_t events = step.highlighted.size(); events > 0)
        words += " · " + std::to_string(events) + (events == 1 ? " event" : " events");
    if (!step.notes.empty()) words += " · notes";
    return words;
}

/// The row on which a dragged step would be let go.
std::size_t row_at(float y, float top, float row, std::size_t count) {
    const float at = std::floor((y - top) / row);
    return static_cast<std::size_t>(std::clamp(at, 0.0F, static_cast<float>(count - 1)));
}

constexpr float picture_width = step_picture_width, picture_height = step_picture_height;

/// Where a row's words begin, from its left side. In a narrow panel the picture gives way to its number.
float words_left(const Ui& ui, float width) {
    return width < ui.px(picture_width + 120) ? ui.px(30) : ui.px(picture_width + 15);
}

float row_height(const Ui& ui) {
    return std::round(
        std::max(ui.px(picture_height + 12), ui.fonts.bold->FontSize * 2.3F + ui.fonts.small->FontSize + ui.px(14)));
}

void draw_number(Ui& ui, std::size_t index, bool lit, ImVec2 centre) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddCircleFilled(centre, ui.px(9), lit ? palette().accent : palette().paper, 24);
    const std::string number = number_of(index);
    const float width = measure_with(ui.fonts.small)(number);
    text_at(ui.fonts.small, {centre.x - width / 2, centre.y - ui.fonts.small->FontSize / 2},
            lit ? palette().paper : palette().ink_soft, number);
}

/// What the step shows, and its number in the corner.
void draw_picture(Ui& ui, std::size_t index, bool lit, ImVec2 at) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + std::round(ui.px(picture_width)), at.y + std::round(ui.px(picture_height))};
    const auto& pictures = ui.memory.story.pictures;
    draw.AddRectFilled(at, end, palette().paper_sunk, ui.px(4));
    if (index < pictures.size() && pictures[index] != 0)
        draw.AddImageRounded(reinterpret_cast<ImTextureID>(pictures[index]), at, end, {0, 0}, {1, 1}, IM_COL32_WHITE,
                             ui.px(4));
    draw.AddRect(at, end, lit ? palette().accent : palette().hairline, ui.px(4), 0, lit ? ui.px(2) : 1);
    draw_number(ui, index, lit, {at.x + ui.px(12), at.y + ui.px(12)});
}

/// Typing the title where it stands.
void rename_in_place(Ui& ui, std::size_t index, ImVec2 at, float width) {
    StoryMemory& memory = ui.memory.story;
    ImGui::SetCursorScreenPos(at);
    ImGui::SetNextItemWidth(width);
    if (std::exchange(memory.renaming_begins, false)) ImGui::SetKeyboardFocusHere();
    ImGui::PushFont(ui.fonts.bold);
    ImGui::InputText("##rename", &memory.row_title, ImGuiInputTextFlags_AutoSelectAll);
    ImGui::PopFont();
    if (ImGui::IsItemDeactivatedAfterEdit()) ui.commands.add("story.title", {number_of(index), memory.row_title});
    if (ImGui::IsItemDeactivated()) memory.renamed = -1;
}

void draw_row(Ui& ui, const StoryStep& step, std::size_t index, bool lit, float width, float height) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + height});
    if (lit || hovered)
        draw.AddRectFilled(at, {at.x + width, at.y + height}, lit ? palette().accent_tint : palette().accent_wash,
                           ui.px(5));
    const ImVec2 picture{at.x + ui.px(5), std::round(at.y + (height - ui.px(picture_height)) / 2)};
    const float left = at.x + words_left(ui, width), room = at.x + width - left - ui.px(6);
    if (left > picture.x + ui.px(picture_width))
        draw_picture(ui, index, lit, picture);
    else
        draw_number(ui, index, lit, {at.x + ui.px(15), at.y + height / 2});
    const std::string title = step.title.empty() ? "Untitled" : step.title;
    const MeasureText bold = measure_with(ui.fonts.bold);
    const ShortLayout lines = layout_short(title, room, 2, bold);
    const float line = std::round(ui.fonts.bold->FontSize * 1.12F);
    const float block = line * static_cast<float>(lines.lines.size()) + ui.px(3) + ui.fonts.small->FontSize;
    float y = at.y + (height - block) / 2;
    for (std::size_t i = 0; i < lines.lines.size(); ++i, y += line) {
        if (ui.memory.story.renamed == static_cast<int>(index)) continue;
        const std::string words(lines.lines[i].of(title));
        const bool cut = lines.cut && i + 1 == lines.lines.size();
        text_at(ui.fonts.bold, {left, y}, step.title.empty() ? palette().ink_faint : palette().ink,
                elided(cut ? words + " …" : words, room, bold));
    }
    text_at(ui.fonts.small, {left, y + ui.px(3)}, palette().ink_soft,
            elided(detail_of(step), room, measure_with(ui.fonts.small)));
}

/// The steps; a click shows one, dragging puts it elsewhere, a double click on it renames it.
void draw_steps(Ui& ui, const Steps& steps, std::size_t shown) {
    StoryMemory& memory = ui.memory.story;
    const float width = ImGui::GetContentRegionAvail().x;
    const float row = row_height(ui);
    const float top = ImGui::GetCursorScreenPos().y;
    const float mouse = ImGui::GetIO().MousePos.y;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (std::size_t i = 0; i < steps.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw_row(ui, steps[i], i, i == shown, width, row - ui.px(2));
        ImGui::SetCursorScreenPos(at);
        ImGui::InvisibleButton("step", {std::max(1.0F, width), row});
        ImGui::SetItemAllowOverlap();
        if (ImGui::IsItemActivated()) memory.pressed_y = mouse;
        if (ImGui::IsItemActive() && std::abs(mouse - memory.pressed_y) > ui.px(6))
            memory.dragged = static_cast<int>(i);
        if (ImGui::IsItemDeactivated()) {
            const bool dragged = memory.dragged == static_cast<int>(i);
            const std::size_t to = row_at(mouse, top, row, steps.size());
            memory.dragged = -1;
            if (dragged && to != i)
                ui.commands.add("story.move", {number_of(i), number_of(to)});
            else if (!dragged && ImGui::IsItemHovered() && i != shown)
                ui.commands.add("story.go", {number_of(i)});
        }
        if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
            memory.renamed = static_cast<int>(i);
            memory.renaming_begins = true;
            memory.row_title = steps[i].title;
        }
        if (memory.dragged < 0 && memory.renamed < 0) hint(ui, "Drag to move it, double-click to rename it");
        if (memory.renamed == static_cast<int>(i)) {
            const float left = at.x + words_left(ui, width) - ui.px(4);
            rename_in_place(ui, i, {left, at.y + ui.px(6)}, at.x + width - left - ui.px(6));
            ImGui::SetCursorScreenPos({at.x, at.y + row});
        }
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
    if (memory.dragged < 0) return;
    const std::size_t to = row_at(mouse, top, row, steps.size());
    const bool down = to > static_cast<std::size_t>(memory.dragged);
    const float y = top + row * static_cast<float>(to + (down ? 1 : 0)) - ui.px(1);
    fill_unclipped({ImGui::GetCursorScreenPos().x, y - ui.px(1), width, ui.px(2.5F)}, palette().accent);
}

/// The events that stand out, each with a way out of the step, and the selected one with a way in.
void draw_events(Ui& ui, const StoryStep& step, const std::string& number) {
    section_heading(ui, "Events that stand out, quoted beside the map");
    const EventSetPtr events = ui.state.store.current();
    const auto words_of_event = [&](const Event& event) {
        return place_name_of(event, ui.state.naming) + ", " + describe(event.date);
    };
    const float room = ImGui::GetContentRegionAvail().x - ui.px(34);
    for (const std::string& id : step.highlighted) {
        const EventIndex index = events->index_of(id);
        const bool there = index < events->events.size();
        const std::string words = there ? words_of_event(events->events[index]) : "An event that is not open";
        ImGui::PushID(id.c_str());
        const ImVec2 at = ImGui::GetCursorScreenPos();
        text_at(ui.fonts.small, {at.x, at.y + ui.px(4)}, there ? palette().ink : palette().ink_faint,
                elided(words, room, measure_with(ui.fonts.small)));
        ImGui::SetCursorScreenPos({at.x + room + ui.px(8), at.y});
        if (glyph_button(ui, "##out", Glyph::close, ButtonLook::quiet, 22, "Let it stand out no longer"))
            ui.commands.add("story.highlight", {number, id});
        ImGui::PopID();
    }
    const Event* selected = selected_event(ui.state);
    if (selected == nullptr) {
        if (step.highlighted.empty())
            wrapped_text_in(ui.fonts.small, palette().ink_soft, "Select an event on the map or in a list to add it.");
        return;
    }
    if (std::ranges::find(step.highlighted, selected->id) != step.highlighted.end()) return;
    const std::string label = elided("Add " + words_of_event(*selected), room, measure_with(ui.fonts.body));
    if (button(ui, (label + "##selected").c_str())) ui.commands.add("story.highlight", {number, selected->id});
}

/// Goes on in the same row where a button of that label has room there.
void beside_if_room(const Ui& ui, const char* label) {
    ImGui::SameLine(0, ui.px(6));
    const float width = ImGui::CalcTextSize(label).x + 2 * ImGui::GetStyle().FramePadding.x;
    if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

void draw_editor(Ui& ui, const StoryStep& step, std::size_t index, std::size_t count) {
    StoryMemory& memory = ui.memory.story;
    const std::string number = number_of(index);
    ImGui::PushID("editor");
    if (button(ui, "Update")) ui.commands.add("story.update", {number});
    hint(ui, "Give this step the date and the part of the map that are on the screen");
    beside_if_room(ui, "Up");
    ImGui::BeginDisabled(index == 0);
    if (button(ui, "Up")) ui.commands.add("story.move", {number, std::to_string(index)});
    ImGui::EndDisabled();
    beside_if_room(ui, "Down");
    ImGui::BeginDisabled(index + 1 >= count);
    if (button(ui, "Down")) ui.commands.add("story.move", {number, std::to_string(index + 2)});
    ImGui::EndDisabled();
    beside_if_room(ui, "Remove");
    if (button(ui, "Remove", ButtonLook::quiet)) ui.commands.add("story.remove", {number});
    ImGui::Dummy({1, ui.px(2)});
    field(ui, "##title", "Title of the step", memory.title, 1, "story.title", {number});
    field(ui, "##text", "Text, in Markdown", memory.text, 7, "story.text", {number});
    field(ui, "##notes", "Notes for yourself", memory.notes, 3, "story.notes", {number});
    ImGui::Dummy({1, ui.px(2)});
    draw_events(ui, step, number);
    ImGui::PopID();
}

void draw_empty(Ui& ui) {
    wrapped_text_in(ui.fonts.body, palette().ink_soft,
                    "A story tells the map step by step. Put on the screen what you want to show: a date, a part of "
                    "the map, an event. Then add it as a step.");
    if (ui.state.store.current()->articles.empty()) {
        wrapped_text_in(ui.fonts.body, palette().ink_soft, "Open an article first, or a story (.story.json).");
        return;
    }
    ImGui::Dummy({1, ui.px(4)});
    if (button(ui, "Add step", ButtonLook::accent)) ui.commands.add("story.add");
}

/// Fields follow the story while nobody types into them.
void follow(StoryMemory& memory, const Story& story, std::size_t shown) {
    const bool typing = std::exchange(memory.typing, false);
    if (typing && memory.step == shown) return;
    memory.step = shown;
    memory.name = story.title;
    const StoryStep none;
    const StoryStep& step = shown < story.steps.size() ? story.steps[shown] : none;
    memory.title = step.title;
    memory.text = step.text;
    memory.notes = step.notes;
}

}  // namespace

void draw_story(Ui& ui) {
    const Story& story = story_of(ui.state);
    const std::size_t count = story.steps.size();
    const std::size_t shown = count == 0 ? 0 : std::min(ui.state.show.step, count - 1);
    ui.memory.story.seen = true;
    follow(ui.memory.story, story, shown);
    if (count == 0) {
        draw_empty(ui);
        return;
    }
    if (button(ui, "Present", ButtonLook::accent)) ui.commands.add("story.play", {number_of(shown)});
    hint(ui, "On the whole screen, from the step shown (Shift+F5); F5 begins with the first. Escape ends");
    beside_if_room(ui, "Add step");
    if (button(ui, "Add step")) ui.commands.add("story.add");
    hint(ui, "Make a step of what is on the screen, after the one shown");
    ImGui::Dummy({1, ui.px(2)});
    const std::string name = story_title(ui.state);
    field(ui, "##name", name.empty() ? "Title of the story" : name.c_str(), ui.memory.story.name, 1, "story.name", {});
    ImGui::BeginChild("story", {0, 0}, false, ImGuiWindowFlags_NoNav);
    draw_steps(ui, story.steps, shown);
    ImGui::Dummy({1, ui.px(6)});
    const float left = ImGui::GetWindowPos().x;
    fill_unclipped({left, ImGui::GetCursorScreenPos().y, ImGui::GetWindowWidth(), 1}, palette().hairline);
    ImGui::Dummy({1, ui.px(6)});
    draw_editor(ui, story.steps[shown], shown, count);
    ImGui::EndChild();
}

}  // namespace chronomap
