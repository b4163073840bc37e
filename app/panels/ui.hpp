#pragma once

#include <imgui.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/commands/command.hpp"
#include "app/panels/panel_memory.hpp"
#include "app/panels/text_layout.hpp"
#include "app/panels/theme.hpp"
#include "app/state/app_state.hpp"
#include "app/window/window_layout.hpp"

namespace chronomap {

/// What panels ask for; the window's loop runs it after the frame.
class CommandQueue {
  public:
    void add(std::string name, std::vector<std::string> arguments = {}) {
        commands_.push_back({std::move(name), std::move(arguments)});
    }
    void add_line(std::string_view line) {
        if (auto command = parse_command(line)) commands_.push_back(std::move(*command));
    }
    std::vector<Command> take() { return std::exchange(commands_, {}); }

  private:
    std::vector<Command> commands_;
};

/// What every panel gets: the state to read, the faces to write with, a queue for what the user wants done, and the
/// memory of what is only on the screen (half-typed text, scroll positions).
struct Ui {
    const AppState& state;
    const Fonts& fonts;
    const WindowLayout& layout;
    PanelMemory& memory;
    CommandQueue& commands;
    float unit = 1;

    float px(float nominal) const { return nominal * unit; }
};

MeasureText measure_with(ImFont* font);

// One function for each part of the window; each draws inside its rectangle of the layout.
void draw_top_bar(Ui& ui);
void draw_left_side(Ui& ui);
void draw_right_side(Ui& ui);
void draw_event_list(Ui& ui);
void draw_event_table(Ui& ui);
void draw_residue(Ui& ui);
void draw_story(Ui& ui);
void draw_presentation(Ui& ui);
void draw_article(Ui& ui);
void draw_source_card(Ui& ui);
void draw_timeline(Ui& ui);
void draw_map(Ui& ui);
void draw_message_bar(Ui& ui);
void draw_dialogs(Ui& ui);
void draw_open_dialog(Ui& ui);
void draw_save_dialog(Ui& ui);
void draw_unsaved_dialog(Ui& ui);
void draw_recover_dialog(Ui& ui);
void draw_export_dialog(Ui& ui);
void draw_help(Ui& ui);
void draw_about(Ui& ui);
void draw_log(Ui& ui);
void draw_compare(Ui& ui);

}  // namespace chronomap
