#include "app/commands/command.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace chronomap {

namespace {

/// Levenshtein distance in bytes; command names are ASCII.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t next = std::min({row[j] + 1, row[j + 1] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
            diagonal = std::exchange(row[j + 1], next);
        }
    }
    return row.back();
}

bool needs_quotes(std::string_view word) {
    return word.empty() || word.find_first_of(" \t\"'\\#") != std::string_view::npos;
}

}  // namespace

Result<Command> parse_command(std::string_view line) {
    Command command;
    std::vector<std::string> words;
    std::string word;
    bool in_word = false;
    char quote = 0;
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '#') return command;
    for (std::size_t i = first; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\\' && quote != '\'' && i + 1 < line.size()) {
            word += line[++i];
            in_word = true;
        } else if (quote != 0) {
            if (c == quote)
                quote = 0;
            else
                word += c;
        } else if (c == '"' || c == '\'') {
            quote = c;
            in_word = true;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            if (in_word) words.push_back(std::exchange(word, {}));
            in_word = false;
        } else if (c == '#' && !in_word) {
            break;
        } else {
            word += c;
            in_word = true;
        }
    }
    if (quote != 0) return fail("a quotation mark is opened but not closed");
    if (in_word) words.push_back(std::move(word));
    if (words.empty()) return command;
    command.name = std::move(words.front());
    command.arguments.assign(std::make_move_iterator(words.begin() + 1), std::make_move_iterator(words.end()));
    return command;
}

std::string to_line(const Command& command) {
    std::string line = command.name;
    for (const std::string& argument : command.arguments) {
        line += ' ';
        if (!needs_quotes(argument)) {
            line += argument;
            continue;
        }
        line += '"';
        for (const char c : argument) {
            if (c == '"' || c == '\\') line += '\\';
            line += c;
        }
        line += '"';
    }
    return line;
}

void CommandRegistry::add(CommandSpec spec) {
    assert(find(spec.name) == nullptr);
    specs_.push_back(std::move(spec));
}

const CommandSpec* CommandRegistry::find(std::string_view name) const {
    const auto found = std::find_if(specs_.begin(), specs_.end(), [&](const auto& spec) { return spec.name == name; });
    return found == specs_.end() ? nullptr : &*found;
}

Result<void> CommandRegistry::run(AppState& state, const Command& command) const {
    if (command.name.empty()) return {};
    const CommandSpec* spec = find(command.name);
    if (spec == nullptr) {
        const CommandSpec* nearest = nullptr;
        std::size_t nearest_distance = 5;
        for (const CommandSpec& other : specs_) {
            const std::size_t distance = edit_distance(command.name, other.name);
            if (distance < nearest_distance) {
                nearest = &other;
                nearest_distance = distance;
            }
        }
        return fail(
            "there is no command \"" + command.name + "\"", {}, 0,
            nearest != nullptr ? "did you mean \"" + nearest->name + "\"?" : "`chronomap view --help` lists them");
    }
    const std::size_t given = command.arguments.size();
    if (given < spec->min_arguments || given > spec->max_arguments) {
        const std::string usage = spec->arguments.empty() ? spec->name : spec->name + " " + spec->arguments;
        return fail((given < spec->min_arguments ? "too few arguments for " : "too many arguments for ") + spec->name,
                    {}, 0, "it is written: " + usage);
    }
    auto done = spec->run(state, command.arguments);
    if (!done) done.error().message = command.name + ": " + done.error().message;
    return done;
}

Result<void> CommandRegistry::run_line(AppState& state, std::string_view line) const {
    const auto command = parse_command(line);
    if (!command) return tl::unexpected(command.error());
    return run(state, *command);
}

std::string CommandRegistry::help_text() const {
    std::string text;
    for (const CommandSpec& spec : specs_) {
        std::string usage = spec.arguments.empty() ? spec.name : spec.name + " " + spec.arguments;
        usage.resize(std::max<std::size_t>(usage.size() + 2, 42), ' ');
        text += "  " + usage + spec.help + "\n";
    }
    return text;
}

CommandRegistry all_commands() {
    CommandRegistry registry;
    add_file_commands(registry);
    add_project_commands(registry);
    add_edit_commands(registry);
    add_export_commands(registry);
    add_time_commands(registry);
    add_playback_commands(registry);
    add_event_commands(registry);
    add_table_commands(registry);
    add_clipboard_commands(registry);
    add_correction_commands(registry);
    add_article_commands(registry);
    add_report_commands(registry);
    add_filter_commands(registry);
    add_view_commands(registry);
    add_layer_commands(registry);
    add_story_commands(registry);
    add_window_commands(registry);
    add_settings_commands(registry);
    return registry;
}

}  // namespace chronomap
