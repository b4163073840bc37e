#include "app/cli/snapshot_command.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "app/cli/map_request.hpp"
#include "app/cli/messages.hpp"
#include "render/snapshot/offscreen_renderer.hpp"

namespace chronomap {
namespace {

struct SnapshotOptions {
    MapRequest map;
    std::string output;
};

int run_snapshot(const SnapshotOptions& options) {
    if (const auto format = picture_format_from(options.output); !format) {
        print_error(format.error());
        return exit_wrong_usage;
    }
    OffscreenRenderer renderer;  // starts OpenGL beside what follows
    const auto map = prepare_map(options.map);
    if (!map) {
        print_error(map.error());
        return exit_some_failed;
    }
    if (const auto written = renderer.write(map->scene, map->view, options.output); !written) {
        print_error(written.error());
        return exit_some_failed;
    }
    return map->errors ? exit_some_failed : exit_done;
}

}  // namespace

void add_snapshot_command(CLI::App& program, int& exit_status) {
    CLI::App* command =
        program.add_subcommand("snapshot", "draw the map of articles or event datasets into a picture file");
    auto options = std::make_shared<SnapshotOptions>();
    add_map_options(*command, options->map);
    command->add_option("-o,--output", options->output, "the picture file to write: .png, .svg or .pdf")
        ->type_name("OUT")
        ->required();
    command->callback([options, &exit_status] { exit_status = run_snapshot(*options); });
}

}  // namespace chronomap
