#pragma once

namespace CLI {
class App;
}

namespace chronomap {

/// Adds every subcommand, and --version, to `program`. `exit_status` becomes the status of the one that ran.
void add_commands(CLI::App& program, int& exit_status);

}  // namespace chronomap
