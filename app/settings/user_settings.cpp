#include "app/settings/user_settings.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/commands/command.hpp"
#include "app/commands/key_bindings.hpp"

namespace chronomap {

namespace {

using nlohmann::ordered_json;

int line_at(std::string_view text, std::size_t position) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, position), '\n'));
}

/// Where a member's name stands; 0 when it is written with escapes.
int line_of(std::string_view text, const std::string& name) {
    const std::size_t at = text.find('"' + name + '"');
    return at == std::string_view::npos ? 0 : line_at(text, at);
}

/// Whether a command line can be run at all; what it does with its arguments is found out when it runs.
Result<void> check_command(const std::string& line, const CommandRegistry& registry) {
    const auto command = parse_command(line);
    if (!command) return tl::unexpected(command.error());
    if (!command->name.empty() && registry.find(command->name) == nullptr)
        return fail("there is no command \"" + command->name + "\"", {}, 0, "`chronomap view --help` lists them");
    return {};
}

void take_keys(const ordered_json& keys, std::string_view text, const CommandRegistry& registry, ReadSettings& read) {
    for (const auto& [name, value] : keys.items()) {
        const auto wrong = [&](std::string message, std::string remedy) {
            read.problems.push_back({std::move(message), read.settings.path, line_of(text, name), std::move(remedy)});
        };
        const auto combination = key_combination_from(name);
        if (!combination) {
            wrong("\"" + name + "\" is no key", combination.error().remedy);
            continue;
        }
        if (!value.is_string()) {
            wrong("the command of the key " + name + " must be a text", "\"\" leaves the key without a command");
            continue;
        }
        const std::string command = value.get<std::string>();
        if (const auto checked = check_command(command, registry); !checked) {
            wrong("the key " + name + ": " + checked.error().message, checked.error().remedy);
            continue;
        }
        std::erase_if(read.settings.keys, [&](const OwnKey& other) { return other.keys == *combination; });
        read.settings.keys.push_back({*combination, command});
    }
}

}  // namespace

std::string settings_path() {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const char* home = std::getenv("HOME");
    // The specification has relative paths ignored.
    const std::filesystem::path folder = config != nullptr && *config == '/' ? std::filesystem::path(config)
                                         : home != nullptr                   ? std::filesystem::path(home) / ".config"
                                                                             : std::filesystem::path(".config");
    return (folder / "chronomap" / "settings.json").string();
}

ReadSettings parse_settings(std::string_view text, const std::string& path, const CommandRegistry& registry) {
    ReadSettings read{{path}, {}};
    ordered_json root;
    try {
        root = ordered_json::parse(text, nullptr, true, true);
    } catch (const ordered_json::parse_error& error) {
        const std::size_t at = std::min(error.byte > 0 ? error.byte - 1 : 0, text.size());
        read.problems.push_back({"the settings are not JSON and were left out", path, line_at(text, at),
                                 "is a comma, a quotation mark or a bracket missing there or just before?"});
        return read;
    } catch (const ordered_json::exception&) {
        read.problems.push_back({"a number in the settings is too large, and they were left out", path, 0, {}});
        return read;
    }
    if (!root.is_object()) {
        read.problems.push_back({"the settings must be an object", path, 1, R"(write { "keys": { } })"});
        return read;
    }
    for (const auto& [name, value] : root.items()) {
        if (name != "keys")
            read.problems.push_back(
                {"there is no setting \"" + name + "\"", path, line_of(text, name), "the settings are: keys"});
        else if (!value.is_object())
            read.problems.push_back({"\"keys\" must be an object", path, line_of(text, name),
                                     R"(write "keys": { "Ctrl+Right": "event.select next" })"});
        else
            take_keys(value, text, registry, read);
    }
    return read;
}

ReadSettings read_settings(const std::string& path, const CommandRegistry& registry) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return {{path}, {}};
    std::ifstream file(path, std::ios::binary);
    std::string text;
    if (std::filesystem::is_regular_file(path, ignored)) text.assign(std::istreambuf_iterator<char>(file), {});
    if (!file || !std::filesystem::is_regular_file(path, ignored))
        return {{path}, {{"the settings cannot be read", path, 0, "may you read the file?"}}};
    return parse_settings(text, path, registry);
}

}  // namespace chronomap
