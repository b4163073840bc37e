#include "app/commands/script.hpp"

#include <fstream>
#include <sstream>

namespace chronomap {

bool is_busy(const AppState& state) {
    return state.requests.pending() || state.job.running || state.project.saving || state.ground_drawing ||
           state.search_due || state.flight.has_value();
}

Result<Script> parse_script(std::string_view text, const std::string& path, const CommandRegistry& registry) {
    Script script{path, {}};
    int number = 0;
    while (!text.empty()) {
        ++number;
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        auto command = parse_command(line);
        if (!command) return fail(command.error().message, path, number, command.error().remedy);
        if (command->name.empty()) continue;
        if (registry.find(command->name) == nullptr) {
            AppState nowhere;
            const Error error = registry.run(nowhere, *command).error();
            return fail(error.message, path, number, error.remedy);
        }
        script.lines.push_back({number, std::move(*command)});
    }
    return script;
}

Result<Script> read_script(const std::string& path, const CommandRegistry& registry) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("the script cannot be read", path);
    std::ostringstream text;
    text << file.rdbuf();
    return parse_script(text.str(), path, registry);
}

Result<void> ScriptRunner::advance(AppState& state, const CommandRegistry& registry) {
    while (!finished() && !is_busy(state) && !state.requests.quit) {
        const ScriptLine& line = script_.lines[next_++];
        const auto done = registry.run(state, line.command);
        if (!done) {
            next_ = script_.lines.size();
            return fail(done.error().message, script_.path, line.number, done.error().remedy);
        }
    }
    return {};
}

}  // namespace chronomap
