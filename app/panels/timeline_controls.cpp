// imgui.h comes first: imgui_stdlib.h does not include it.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/panels/timeline_parts.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

/// The field in which one types a date. What cannot be read is said below it, in plain words, and nothing changes.
void draw_date_field(Ui& ui) {
    PanelMemory& memory = ui.memory;
    const std::string shown =
        ui.state.time.span == all_time ? "all dates" : describe(edtf_from_span(ui.state.time.span));
    if (!memory.typing_date && memory.date_shown != shown) {
        memory.typed_date = memory.date_shown = shown;
        memory.date_error.clear();
    }
    ImGui::PushFont(ui.fonts.bold);
    // A wide row has room for most dates, so that nothing moves while it plays.
    const float least = ui.layout.timeline.width / ui.unit > 1200 ? 180.0F : 120.0F;
    ImGui::SetNextItemWidth(std::clamp(measure_with(ui.fonts.bold)(shown) + ui.px(28), ui.px(least), ui.px(250)));
    const bool wrong = !memory.date_error.empty();
    if (wrong) ImGui::PushStyleColor(ImGuiCol_Border, palette().error);
    const bool entered =
        ImGui::InputTextWithHint("##date", "type a date", &memory.typed_date,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (wrong) ImGui::PopStyleColor();
    memory.typing_date = ImGui::IsItemActive();
    ImGui::PopFont();
    if (entered) {
        const auto date = parse_date_as_typed(memory.typed_date);
        if (memory.typed_date == "all" || memory.typed_date == "all dates") {
            ui.commands.add("time.set", {"all"});
        } else if (!date) {
            memory.date_error = date.error().text();
            memory.date_shown = shown;
            ImGui::SetKeyboardFocusHere(-1);  // to be typed again
        } else {
            memory.date_error.clear();
            memory.date_shown.clear();
            ui.commands.add("time.set", {memory.typed_date});
        }
    }
    if (wrong) {
        const ImVec2 low = ImGui::GetItemRectMin();
        const MeasureText small = measure_with(ui.fonts.small);
        const float width = small(memory.date_error) + ui.px(20);
        const float height = ui.fonts.small->FontSize + ui.px(10);
        ImDrawList& draw = *ImGui::GetForegroundDrawList();
        const ImVec2 at{std::min(low.x, std::max(0.0F, ui.layout.timeline.right() - width)), low.y - height - ui.px(4)};
        draw.AddRectFilled(at, {at.x + width, at.y + height}, palette().error_wash, ui.px(5));
        draw.AddRect(at, {at.x + width, at.y + height}, palette().error, ui.px(5));
        draw.AddText(ui.fonts.small, ui.fonts.small->FontSize, {at.x + ui.px(10), at.y + ui.px(5)}, palette().error,
                     memory.date_error.c_str());
    } else {
        hint(ui, "Type a date: 1993, Nov 2020, 1988-1994, early 1990s");
    }
}

/// A button that opens a popup, with a small triangle.
bool menu_button(const Ui& ui, const char* label, ButtonLook look) {
    const float width = ImGui::CalcTextSize(label, nullptr, true).x + ImGui::GetStyle().FramePadding.x * 2 + ui.px(14);
    ImGui::PushStyleVar(ImGuiStyleVar_ButtonTextAlign, {0, 0.5F});
    const bool pressed = button(ui, label, look, {width, 0});
    ImGui::PopStyleVar();
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    const float r = ui.px(3);
    const ImVec2 c{high.x - ui.px(11), (low.y + high.y) / 2 + ui.px(1)};
    ImGui::GetWindowDrawList()->AddTriangleFilled({c.x - r, c.y - r * 0.6F}, {c.x + r, c.y - r * 0.6F},
                                                  {c.x, c.y + r * 0.8F}, palette().ink_soft);
    return pressed;
}

constexpr std::array<const char*, 6> step_names{"stop", "day", "month", "year", "decade", "century"};

int number_of_step(const std::optional<CalendarUnit>& step) {
    return step ? 1 + static_cast<int>(*step) : 0;
}

void draw_step_items(Ui& ui) {
    const int lit = number_of_step(ui.state.time_settings.step);
    section_heading(ui, "Step and play by");
    for (int i = 0; i < 6; ++i)
        if (ImGui::MenuItem(step_names[static_cast<std::size_t>(i)], nullptr, lit == i))
            ui.commands.add("time.unit", {step_names[static_cast<std::size_t>(i)]});
}

void draw_step_choice(Ui& ui) {
    const auto lit = static_cast<std::size_t>(number_of_step(ui.state.time_settings.step));
    const std::string label = "by " + std::string(step_names[lit]) + "##step";
    if (menu_button(ui, label.c_str(), ButtonLook::quiet)) ImGui::OpenPopup("steps");
    hint(ui, "What a step is, for the arrow keys and for playing (U).\nBy months, a year is entered at its January, going "
             "back at its December;\na window keeps its width.");
    if (!ImGui::BeginPopup("steps")) return;
    draw_step_items(ui);
    ImGui::EndPopup();
}

constexpr std::array<const char*, 4> mode_labels{"At", "Window", "Until", "Since"};

/// What stands in the row; the rest is in the menu "Options".
struct RowRoom {
    bool modes, all_dates, step, stops;
    explicit RowRoom(float nominal) : modes(nominal > 560), all_dates(nominal > 650), step(nominal > 740), stops(nominal > 800) {}
};

void draw_folded_items(Ui& ui, const RowRoom& row) {
    if (!row.modes) {
        section_heading(ui, "Shown events");
        for (std::size_t i = 0; i < mode_labels.size(); ++i) {
            const auto mode = static_cast<TimeMode>(i);
            if (ImGui::MenuItem(mode_labels[i], nullptr, ui.state.time.mode == mode))
                ui.commands.add("time.mode", {std::string(name_of(mode))});
        }
    }
    if (!row.all_dates && ImGui::MenuItem("All dates", "A", ui.state.time.effective() == all_time))
        ui.commands.add("time.set", {"all"});
    if (!row.step && ImGui::BeginMenu("Steps")) {
        draw_step_items(ui);
        ImGui::EndMenu();
    }
    if (!row.stops && ImGui::BeginMenu("Stops", !ui.state.stops.empty())) {
        draw_stop_items(ui);
        ImGui::EndMenu();
    }
    if (!row.stops) ImGui::Separator();
}

void draw_play_items(Ui& ui) {
    const TimeSettings& settings = ui.state.time_settings;
    const Playback& playback = ui.state.playback;
    section_heading(ui, "Playing");
    ImGui::SetNextItemWidth(ui.px(190));
    auto speed = static_cast<float>(playback.steps_per_second());
    if (ImGui::SliderFloat("##speed", &speed, 0.1F, 20, "%.2g steps a second",
                           ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_Logarithmic))
        ui.commands.add("play.speed", {std::to_string(speed)});
    ImGui::SetNextItemWidth(ui.px(190));
    auto dwell = static_cast<float>(playback.dwell());
    if (ImGui::SliderFloat("##dwell", &dwell, 0, 10, "%.1f s longer at stops", ImGuiSliderFlags_AlwaysClamp))
        ui.commands.add("play.dwell", {std::to_string(dwell)});
    if (ImGui::MenuItem("Play backward", "Shift+Space")) ui.commands.add("timeline.play", {"backward"});
    if (ImGui::MenuItem("Leave out gaps", nullptr, settings.skip_gaps))
        ui.commands.add("play.gaps", {settings.skip_gaps ? "play" : "skip"});
    const bool in_range = settings.loop_range != all_time;
    const bool loops = playback.loop() == PlaybackLoop::all;
    if (ImGui::MenuItem("Again and again", nullptr, loops && !in_range))
        ui.commands.add("play.loop", {loops && !in_range ? "off" : "all"});
    const std::string over = in_range ? "Only " + describe(edtf_from_span(settings.loop_range))
                                      : "Only the date chosen, again and again";
    if (ImGui::MenuItem(over.c_str(), nullptr, in_range, in_range || ui.state.time.span != all_time))
        ui.commands.add("play.loop", {in_range ? "off" : "selection"});
}

void draw_fade_items(Ui& ui) {
    section_heading(ui, "Older events fade (mode Until)");
    struct Choice {
        const char* label;
        std::vector<std::string> words;
        int days;
    };
    static const std::array<Choice, 5> choices{{{"Never", {"off"}, 0},
                                                {"Over a month", {"1", "month"}, 30},
                                                {"Over a year", {"1", "year"}, 365},
                                                {"Over 5 years", {"5", "years"}, 1826},
                                                {"Over 20 years", {"20", "years"}, 7305}}};
    for (const Choice& choice : choices)
        if (ImGui::MenuItem(choice.label, nullptr, ui.state.time_settings.fade_days == choice.days))
            ui.commands.add("play.fade", choice.words);
}

void draw_options(Ui& ui, const RowRoom& row) {
    if (menu_button(ui, "Options", ButtonLook::quiet)) ImGui::OpenPopup("options");
    hint(ui, "Speed, loops, fading, and how the timeline is drawn");
    if (!ImGui::BeginPopup("options")) return;
    draw_folded_items(ui, row);
    draw_play_items(ui);
    ImGui::Separator();
    draw_fade_items(ui);
    ImGui::Separator();
    section_heading(ui, "Bars");
    const TimelineStacking stacked = ui.state.time_settings.stacked_by;
    if (ImGui::MenuItem("By kind", nullptr, stacked == TimelineStacking::kind))
        ui.commands.add("timeline.stack", {"kind"});
    if (ImGui::MenuItem("By source", nullptr, stacked == TimelineStacking::article))
        ui.commands.add("timeline.stack", {"article"});
    if (stacked == TimelineStacking::article) {
        constexpr std::size_t most_named = 12;
        const auto& groups = ui.memory.timeline.groups();
        for (std::size_t i = 0; i < std::min(most_named, groups.size()); ++i)
            draw_group_row(ui, groups[i], elided(groups[i].name, ui.px(220), measure_with(ui.fonts.small)));
        if (groups.size() > most_named)
            text_in(ui.fonts.small, palette().ink_soft, "and " + std::to_string(groups.size() - most_named) + " more");
    }
    ImGui::Separator();
    if (ImGui::MenuItem("All years alike", nullptr, !ui.state.timeline_collapsed))
        ui.commands.add("timeline.scale", {ui.state.timeline_collapsed ? "even" : "collapsed"});
    ImGui::EndPopup();
}

/// "12 of 57 shown, 3 undated, 2 unplaced", shorter where there is less room, and the note of the stop that is shown.
void draw_counts(Ui& ui) {
    PanelMemory& memory = ui.memory;
    const EventSetPtr events = ui.state.store.current();
    if (events->articles.empty()) return;
    if (memory.counts_of != events || memory.counts_time != ui.state.time) {
        memory.counts = count_line(ui.state);
        memory.counts_of = events;
        memory.counts_time = ui.state.time;
    }
    const MeasureText small = measure_with(ui.fonts.small);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    float room = ui.layout.timeline.right() - ui.px(16) - at.x;
    std::string counts = memory.counts;
    while (small(counts) > room && counts.find(',') != std::string::npos) counts.erase(counts.rfind(','));
    if (small(counts) > room) return;
    const float y = at.y + (ImGui::GetFrameHeight() - ui.fonts.small->FontSize) / 2;
    room -= small(counts);
    text_at(ui.fonts.small, {at.x + room, y}, palette().ink_soft, counts);
    for (const TimelineStop& stop : ui.state.stops) {
        if (stop.span != ui.state.time.span || stop.note.empty() || room < ui.px(120)) continue;
        text_at(ui.fonts.small, {at.x + ui.px(6), y}, palette().ink, elided(stop.note, room - ui.px(30), small));
    }
}

}  // namespace

void draw_timeline_controls(Ui& ui, float width) {
    const float line_top = ImGui::GetCursorPosY();
    const bool playing = ui.state.playback.playing();
    const float size = ImGui::GetFrameHeight() / ui.unit;
    ImGui::BeginDisabled(ui.state.stops.empty());
    if (glyph_button(ui, "##play", playing ? Glyph::pause : Glyph::play, ButtonLook::accent, size,
                     playing ? "Pause (Space)" : "Play (Space; Shift+Space: backward)"))
        ui.commands.add("timeline.toggle");
    ImGui::SameLine();
    if (glyph_button(ui, "##previous", Glyph::previous, ButtonLook::quiet, size, "A step back (Left)"))
        ui.commands.add("time.step", {"-1"});
    ImGui::SameLine(0, 0);
    if (glyph_button(ui, "##next", Glyph::next, ButtonLook::quiet, size, "A step on (Right)"))
        ui.commands.add("time.step", {"1"});
    ImGui::EndDisabled();
    ImGui::SameLine();
    draw_date_field(ui);
    ImGui::PushFont(ui.fonts.small);
    const auto in_row = [&] {
        ImGui::SameLine();
        ImGui::SetCursorPosY(line_top);
    };
    const RowRoom row(width / ui.unit);
    if (row.modes) {
        ImGui::SameLine(0, ui.px(14));
        const int pressed = segmented(ui, "mode", mode_labels.data(), 4, static_cast<int>(ui.state.time.mode));
        if (pressed >= 0) ui.commands.add("time.mode", {std::string(name_of(static_cast<TimeMode>(pressed)))});
        hint(ui, "Which events are shown: at the date, within it, until it, since it");
    }
    if (row.all_dates) {
        in_row();
        const bool all = ui.state.time.effective() == all_time;
        if (button(ui, "All dates", all ? ButtonLook::lit : ButtonLook::quiet)) ui.commands.add("time.set", {"all"});
        hint(ui, "Show every event (A)");
    }
    if (row.step) {
        in_row();
        draw_step_choice(ui);
    }
    if (row.stops) {
        in_row();
        draw_stop_list(ui);
    }
    in_row();
    draw_options(ui, row);
    ImGui::PopFont();
    in_row();
    draw_counts(ui);
    ImGui::NewLine();
}

}  // namespace chronomap
