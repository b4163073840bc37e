#include "app/cli/snapshot_command.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "app/cli/map_options.hpp"
#include "app/cli/map_request.hpp"
#include "app/cli/messages.hpp"
#include "app/cli/project_request.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/export/comparison_export.hpp"
#include "app/export/export_job.hpp"
#include "app/project/edits_document.hpp"
#include "app/story/story_json.hpp"
#include "geo/io/project_file.hpp"
#include "render/snapshot/offscreen_renderer.hpp"

namespace chronomap {
namespace {

struct SnapshotOptions {
    MapRequest map;
    std::string output;
    std::string each;  ///< empty: one picture
    bool each_stop = false;
    std::string from, to;
    double frames_per_second = 0;  ///< 0: by the step
    int quality = 0;               ///< 0: the format's usual one
    bool world_file = false;
    bool leave_out_paths = false;
    std::string story;      ///< its file; empty: none is told
    bool own_size = false;  ///< --size was given
    std::string compared;   ///< two dates; empty: none are compared
    /// Begins to start OpenGL when it is made, beside the reading of options and data.
    std::unique_ptr<OffscreenRenderer> renderer;
};

int told(const Error& error) {
    print_error(error);
    return error.message == cancelled ? exit_cancelled : exit_some_failed;
}

/// What was typed, which was checked word by word.
ExportRequest request_of(const SnapshotOptions& options) {
    ExportRequest request;
    request.path = options.output;
    request.each = options.each_stop || !options.each.empty();
    if (!options.each.empty()) request.series.unit = *series_unit_from(options.each);
    if (!options.from.empty()) request.series.from = *parse_date_as_typed(options.from);
    if (!options.to.empty()) request.series.to = *parse_date_as_typed(options.to);
    request.frames_per_second = options.frames_per_second;
    if (!options.compared.empty()) request.compared = *compared_dates_from(options.compared);
    request.story = !options.story.empty();
    request.quality = options.quality;
    request.world_file = options.world_file;
    request.leave_out_paths = options.leave_out_paths;
    return request;
}

/// A size that the format cannot have is made one that it can; told.
Result<void> fit_size(const ExportRequest& request, MapRequest& map) {
    const auto typed = picture_size_from(map.size);
    if (!typed) return tl::unexpected(typed.error());
    const auto size = pixels_of(*typed, map.dpi);
    if (!size) return tl::unexpected(size.error());
    const PixelSize fitting = fitting_size(request, *size);
    if (fitting.width == size->width && fitting.height == size->height) return {};
    const std::string words = std::to_string(fitting.width) + "x" + std::to_string(fitting.height);
    print_warning("MP4 and WebM need even sides: drawn " + words);
    map.dpi = nominal_dpi * pixel_ratio_of(*typed, map.dpi);
    map.size = words;
    return {};
}

/// Of a story file, or of a project.
Result<Story> told_story(const std::string& path) {
    if (!is_project_file(path)) return load_story(path);
    auto contents = read_project(path);
    if (!contents) return tl::unexpected(contents.error());
    auto edits = edits_from(contents->documents);
    if (!edits) return fail(edits.error().message, path);
    return std::move(edits->story);
}

int run_snapshot(SnapshotOptions& options) {
    ExportRequest request = request_of(options);
    Story story;
    if (request.story) {
        auto loaded = told_story(options.story);
        if (!loaded) return told(loaded.error());
        story = std::move(*loaded);
        if (!options.own_size) options.map.size = request.path.ends_with(".pdf") ? "A4" : "1920x1080";
    }
    for (const auto& checked : {check_export(request), fit_size(request, options.map)})
        if (!checked) {
            print_error(checked.error());
            return exit_wrong_usage;
        }
    const TimeMode mode = *time_mode_from(options.map.mode);
    if (request.compared)
        for (const EdtfDate& date : *request.compared)
            options.map.framed.push_back(TimeSelection{mode, date.span()}.effective());
    auto map = prepare_map(options.map);
    if (!map) return told(map.error());
    request.dpi = map->made_from.dpi;
    const ExportKind kind = kind_of(request);
    TerminalProgress terminal("Writing " + options.output);
    const auto written = write_export(*options.renderer,
                                      {std::move(map->scene), map->view, mode, map->extent, options.map.crs, map->spans,
                                       map->made_from, std::move(story)},
                                      request, terminal.progress());
    if (!written) return told(written.error());
    if (kind == ExportKind::series && written->size() > 1)
        for (const std::string& path : *written) std::printf("%s\n", path.c_str());
    return map->errors + *map->ground_errors > 0 ? exit_some_failed : exit_done;
}

std::string check_compared(const std::string& text) {
    const auto dates = compared_dates_from(text);
    return dates ? "" : dates.error().text();
}

std::string check_unit(const std::string& text) {
    const auto unit = series_unit_from(text);
    return unit ? "" : unit.error().text();
}

}  // namespace

void add_snapshot_command(CLI::App& program, int& exit_status) {
    CLI::App* command =
        program.add_subcommand("snapshot", "draw the map of articles or event datasets into a picture file or a film");
    auto options = std::make_shared<SnapshotOptions>();
    add_map_options(*command, options->map);
    command
        ->add_option("-o,--output", options->output,
                     "the file to write: a picture (.png .jpg .webp .tif .svg .pdf), or with --each a film (.mp4 .webm "
                     ".gif .apng .webp) or "
                     "an atlas (.pdf)")
        ->type_name("OUT")
        ->required();
    auto* stops = command->add_flag("--each-stop", options->each_stop,
                                    "a picture, or a frame of the film, for each date that matters in the story");
    auto* each =
        command
            ->add_option("--each", options->each,
                         "a picture, or a frame of the film, for each stop, day, month, year, decade or century")
            ->type_name("STEP")
            ->check(check_unit)
            ->excludes(stops);
    command->add_option("--from", options->from, "first date of the series; without it, where the events begin")
        ->type_name("EDTF")
        ->check(check_date);
    command->add_option("--to", options->to, "last date of the series; without it, where the events end")
        ->type_name("EDTF")
        ->check(check_date);
    command->add_option("--fps", options->frames_per_second, "frames a second of a film; without it 4, or 1 for stops")
        ->type_name("N")
        ->check(CLI::Range(0.05, 60.0));
    command->add_option("--quality", options->quality, "of JPEG (without it 92) and WebP (without it, nothing is lost)")
        ->type_name("1-100")
        ->check(CLI::Range(1, 100));
    command->add_flag("--world-file", options->world_file,
                      "also write where the picture lies: a world file and a .prj, as GIS programs read them");
    command->add_flag("--no-paths", options->leave_out_paths,
                      "in what the picture says of itself, leave out the folders of the files it was made from");
    command
        ->add_option("--compare", options->compared,
                     "two dates beside each other in one picture, with what only one of them shows and what both show")
        ->type_name("EDTF,EDTF")
        ->check(check_compared)
        ->excludes(stops)
        ->excludes(each)
        ->excludes(command->get_option("--date"));
    command
        ->add_option("--story", options->story,
                     "tell a story on the map: a handout (.pdf) with its steps, or a film (.mp4 .webm)")
        ->type_name("FILE.story.json|PROJECT")
        ->excludes(stops)
        ->excludes(each)
        ->excludes(command->get_option("--compare"))
        ->excludes(command->get_option("--date"));
    command->preparse_callback([options](std::size_t) { options->renderer = std::make_unique<OffscreenRenderer>(); });
    command->callback([options, command, &exit_status] {
        read_projects(options->map,
                      [command](std::string_view option) { return command->count(std::string(option)) > 0; });
        options->own_size = command->count("--size") > 0;
        exit_status = run_snapshot(*options);
    });
}

}  // namespace chronomap
