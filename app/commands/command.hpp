#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/state/app_state.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// One user action as text: a name and its arguments.
struct Command {
    std::string name;
    std::vector<std::string> arguments;
    friend bool operator==(const Command&, const Command&) = default;
};

/// `time.set 1993`, `file.open "two words.txt"`. Words are split at blanks; single or double quotes hold a word
/// together, a backslash inside double quotes or outside quotes takes the next mark as it is.
/// An empty line or one that begins with # gives a command without a name. Error: a quote that is not closed.
Result<Command> parse_command(std::string_view line);

/// The line that parse_command reads back.
std::string to_line(const Command& command);

/// What a command is called, takes and does.
struct CommandSpec {
    std::string name;
    std::string arguments;  ///< for people: "PATH [WxH]"
    std::string help;       ///< one sentence, no full stop
    std::size_t min_arguments = 0;
    std::size_t max_arguments = 0;
    /// Changes the state or says in plain words why it cannot.
    std::function<Result<void>(AppState&, std::span<const std::string>)> run;
};

/// All commands, by name: the only way in which keys, menus, scripts, panels and tests change the state.
class CommandRegistry {
  public:
    void add(CommandSpec spec);
    const std::vector<CommandSpec>& specs() const { return specs_; }
    /// Null when there is none of that name.
    const CommandSpec* find(std::string_view name) const;

    /// Error: no such command (names the nearest one), wrong number of arguments, or what the command itself says.
    Result<void> run(AppState& state, const Command& command) const;
    Result<void> run_line(AppState& state, std::string_view line) const;

    /// One line a command, for `chronomap view --help`.
    std::string help_text() const;

  private:
    std::vector<CommandSpec> specs_;
};

/// The registry with everything that chronomap can do.
CommandRegistry all_commands();

void add_clipboard_commands(CommandRegistry& registry);
void add_correction_commands(CommandRegistry& registry);
void add_edit_commands(CommandRegistry& registry);
void add_export_commands(CommandRegistry& registry);
void add_file_commands(CommandRegistry& registry);
void add_story_commands(CommandRegistry& registry);
void add_project_commands(CommandRegistry& registry);
void add_time_commands(CommandRegistry& registry);
void add_event_commands(CommandRegistry& registry);
void add_table_commands(CommandRegistry& registry);
void add_filter_commands(CommandRegistry& registry);
void add_view_commands(CommandRegistry& registry);
void add_article_commands(CommandRegistry& registry);
void add_report_commands(CommandRegistry& registry);
void add_layer_commands(CommandRegistry& registry);
void add_playback_commands(CommandRegistry& registry);
void add_settings_commands(CommandRegistry& registry);
void add_window_commands(CommandRegistry& registry);

}  // namespace chronomap
