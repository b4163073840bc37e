#pragma once

namespace CLI {
class App;
}

namespace chronomap {

/// Adds the subcommand `snapshot` to `program`. When it ran, `exit_status` is its status.
void add_snapshot_command(CLI::App& program, int& exit_status);

}  // namespace chronomap
