#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace chronomap {

/// Adds the subcommand `view` (the window) to `program`. When it ran, `exit_status` is its status.
void add_view_command(CLI::App& program, int& exit_status);

/// The same without the word: `chronomap FILE...`, or `chronomap` alone for the demo. Gives the exit status.
int view_files(const std::vector<std::string>& files);

}  // namespace chronomap
