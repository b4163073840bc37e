#pragma once

#include <string>
#include <vector>

#include "app/commands/command.hpp"

namespace chronomap {

/// A line of a script that holds a command.
struct ScriptLine {
    int number = 0;  ///< 1-based
    Command command;
};

/// A list of commands, one a line; # begins a comment.
struct Script {
    std::string path;
    std::vector<ScriptLine> lines;
};

/// Error: no such file, or a line that cannot be read or names no command (FILE:LINE).
Result<Script> read_script(const std::string& path, const CommandRegistry& registry);
Result<Script> parse_script(std::string_view text, const std::string& path, const CommandRegistry& registry);

/// Runs a script in pieces, between frames: a line begins when what the one before asked for is done.
class ScriptRunner {
  public:
    ScriptRunner() = default;
    explicit ScriptRunner(Script script) : script_(std::move(script)) {}

    bool finished() const { return next_ >= script_.lines.size(); }
    /// Runs lines until one leaves something to wait for, or fails (FILE:LINE: what). Does nothing while `state` is
    /// still busy with the last one. A failure ends the script.
    Result<void> advance(AppState& state, const CommandRegistry& registry);

  private:
    Script script_;
    std::size_t next_ = 0;
};

/// True while files are read, pictures wait to be written, the camera flies or frames have to pass.
bool is_busy(const AppState& state);

}  // namespace chronomap
