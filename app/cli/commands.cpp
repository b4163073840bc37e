#include "app/cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "app/cli/compare_command.hpp"
#include "app/cli/extract_command.hpp"
#include "app/cli/gazetteer_command.hpp"
#include "app/cli/messages.hpp"
#include "app/cli/snapshot_command.hpp"
#include "app/cli/view_command.hpp"
#include "geo/events/extractor.hpp"
#include "geo/io/data_sources.hpp"

namespace chronomap {
namespace {

/// "chronomap 0.1.0"; with --verbose the sources and licences of all that is in it.
int print_version(bool verbose) {
    std::printf("chronomap %s\n", CHRONOMAP_VERSION);
    if (!verbose) return exit_done;
    const auto gazetteer = Gazetteer::load(Extractor::default_files().gazetteer);
    if (!gazetteer) {
        print_error(gazetteer.error());
        return exit_some_failed;
    }
    std::printf("\nData\n");
    for (const std::string& line : data_sources(*gazetteer)) std::printf("  %s\n", line.c_str());
    std::printf("\nLibraries\n");
    for (const std::string& line : library_licences()) std::printf("  %s\n", line.c_str());
    return exit_done;
}

}  // namespace

void add_commands(CLI::App& program, int& exit_status) {
    auto version = std::make_shared<bool>(false), verbose = std::make_shared<bool>(false);
    program.add_flag("--version", *version, "print the version");
    program.add_flag("--verbose", *verbose, "with --version: also the sources and licences of data and libraries");
    program.footer("Every subcommand has its own --help. Exit status: 0 done, 1 some inputs failed, 2 wrong usage.");
    add_view_command(program, exit_status);
    add_extract_command(program, exit_status);
    add_compare_command(program, exit_status);
    add_gazetteer_command(program, exit_status);
    add_snapshot_command(program, exit_status);
    program.require_subcommand(0, 1);
    auto files = std::make_shared<std::vector<std::string>>();
    program.add_option("files", *files, "without a subcommand: files to open in the window; none: the demo")
        ->type_name("FILE");
    program.callback([version, verbose, files, &program, &exit_status] {
        if (*version)
            exit_status = print_version(*verbose);
        else if (program.get_subcommands().empty())
            exit_status = view_files(*files);
    });
}

}  // namespace chronomap
