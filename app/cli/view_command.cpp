#include "app/cli/view_command.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "app/cli/map_options.hpp"
#include "app/cli/map_request.hpp"
#include "app/cli/messages.hpp"
#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/settings/user_settings.hpp"
#include "app/window/run_window.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

namespace {

/// What CLI11 asks of a check: an empty text when all is well.
std::string check_size(const std::string& text) {
    const auto size = size_from(text);
    return size ? "" : size.error().text();
}

std::string check_style(const std::string& text) {
    const auto path = style_path(text);
    return path ? "" : path.error().text();
}

int open_window(const SessionOptions& options) {
    const auto status = run_window(options);
    if (!status) print_error(status.error());
    return status.value_or(exit_some_failed);
}

}  // namespace

int view_files(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) continue;
        print_error(
            {"there is no such file and no such subcommand", file, 0, "`chronomap --help` lists the subcommands"});
        return exit_wrong_usage;
    }
    SessionOptions options;
    options.files = files;
    return open_window(options);
}

void add_view_command(CLI::App& program, int& exit_status) {
    CLI::App* view =
        program.add_subcommand("view", "open the window: articles, event datasets; without a file, the demo");
    auto options = std::make_shared<SessionOptions>();
    auto size = std::make_shared<std::string>();
    view->add_option("files", options->files, "articles (.txt .md .html .jsonl) or event datasets")->type_name("FILE");
    view->add_option("--script", options->script, "run the commands in this file, one a line, # for comments")
        ->type_name("FILE");
    view->add_option("--size", *size, "size of the window")->type_name("WxH")->check(check_size);
    view->add_option("--ui-scale", options->ui_scale,
                     "enlarge text and buttons by this factor, beside the desktop's own")
        ->check(CLI::Range(0.5, 4.0));
    add_gazetteer_option(*view, options->gazetteers);
    view->add_option("--style", options->style, "the map's look: light, dark, mono, or a style file")
        ->type_name("NAME|FILE")
        ->check(check_style)
        ->capture_default_str();
    view->add_option("--layer", options->layers, "a raster, or areas, lines or points, over time")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
    add_relief_options(*view, options->relief);
    view->add_flag("--empty", options->empty, "begin without the demo");
    auto remember = std::make_shared<bool>(false);
    view->add_flag(
        "--remember", *remember,
        "with --script, too: begin as the last session ended, remember how this one ends, keep unsaved work");
    view->footer([] {
        return "Commands, for --script and as keys and buttons run them:\n" + all_commands().help_text() +
               "\nKeys of your own are read from " + settings_path() + ":\n" +
               R"(  { "keys": { "Ctrl+Right": "event.select next", "X": "" } })";
    });
    view->callback([options, size, remember, &exit_status] {
        options->remember = options->script.empty() || *remember;
        if (!size->empty()) {
            const auto given = size_from(*size);
            options->width = given->width;
            options->height = given->height;
        }
        exit_status = open_window(*options);
    });
}

}  // namespace chronomap
