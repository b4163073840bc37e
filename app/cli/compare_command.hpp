#pragma once

namespace CLI {
class App;
}

namespace chronomap {

/// `chronomap compare`: what several articles tell, beside each other.
void add_compare_command(CLI::App& program, int& exit_status);

}  // namespace chronomap
