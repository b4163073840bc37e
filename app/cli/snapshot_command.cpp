#include "app/cli/snapshot_command.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "app/cli/map_options.hpp"
#include "app/cli/map_request.hpp"
#include "app/cli/messages.hpp"
#include "app/cli/terminal_progress.hpp"
#include "app/export/atlas_export.hpp"
#include "app/export/comparison_export.hpp"
#include "app/export/date_series.hpp"
#include "app/export/picture_size.hpp"
#include "app/export/series_export.hpp"
#include "render/scene/ground.hpp"
#include "render/snapshot/video_file.hpp"

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
    std::string compared;  ///< two dates; empty: none are compared
    /// Begins to start OpenGL when it is made, beside the reading of options and data.
    std::unique_ptr<OffscreenRenderer> renderer;

    bool is_series() const { return each_stop || !each.empty(); }
};

int told(const Error& error) {
    print_error(error);
    return error.message == cancelled ? exit_cancelled : exit_some_failed;
}

Result<MapSeries> series_of(const SnapshotOptions& options, const PreparedMap& map) {
    DateSeries wanted;
    if (!options.each.empty()) wanted.unit = *series_unit_from(options.each);
    if (!options.from.empty()) wanted.from = *parse_date_as_typed(options.from);
    if (!options.to.empty()) wanted.to = *parse_date_as_typed(options.to);
    auto dates = dates_of(wanted, map.spans);
    if (!dates) return tl::unexpected(dates.error());
    return MapSeries{map.scene, map.view, *time_mode_from(options.map.mode), std::move(*dates), map.made_from};
}

Result<void> write(OffscreenRenderer& renderer, const SnapshotOptions& options, const PreparedMap& map) {
    if (!options.is_series() && options.compared.empty()) map.scene.ground->begin(map.scene, map.view);
    TerminalProgress terminal("Writing " + options.output);
    PictureOptions picture;
    picture.document = json_from(view_document_from(map.made_from, map.scene, map.view), options.output);
    picture.dpi = map.made_from.dpi;
    picture.quality = options.quality;
    picture.world_file = options.world_file;
    if (!options.compared.empty()) {
        const View& view = map.view;
        return write_comparison(renderer, map.scene, *time_mode_from(options.map.mode),
                                *compared_dates_from(options.compared),
                                {view.width_px, view.height_px, view.pixel_ratio, map.extent, options.map.crs},
                                options.output, picture, terminal.progress());
    }
    if (!options.is_series()) return renderer.write(map.scene, map.view, options.output, picture, terminal.progress());
    const auto series = series_of(options, map);
    if (!series) return tl::unexpected(series.error());
    if (video_format_from(options.output)) {
        const double usual = options.each_stop || options.each == "stop" ? 1 : 4;
        const double rate = options.frames_per_second > 0 ? options.frames_per_second : usual;
        return write_film(renderer, *series, options.output, rate, terminal.progress());
    }
    if (picture_format_from(options.output) == PictureFormat::pdf)
        return write_atlas(*series, options.output, picture, terminal.progress());
    const auto written = write_picture_series(renderer, *series, options.output, picture, terminal.progress());
    if (!written) return tl::unexpected(written.error());
    for (const std::string& path : *written) std::printf("%s\n", path.c_str());
    return {};
}

/// What can be told before anything is read. A film's size is made even where its format asks for that.
Result<void> check(SnapshotOptions& options) {
    const auto film = video_format_from(options.output);
    const auto picture = picture_format_from(options.output);
    if (!options.is_series() && options.compared.empty() && film && !picture) options.each_stop = true;
    if (!picture && !film) return tl::unexpected(picture.error());
    const bool moves = film && options.is_series();
    if (!options.compared.empty() && options.world_file)
        return fail("a sheet with two maps has no one place in the world", options.output, 0, "leave out --world-file");
    if (!options.compared.empty() && (!picture || *picture == PictureFormat::geotiff))
        return fail("two dates are compared in one still picture", options.output, 0,
                    "write a name that ends in .png, .jpg, .webp, .svg or .pdf");
    if (options.world_file && (moves || is_vector(*picture)))
        return fail("a world file is for pictures of pixels", options.output, 0,
                    "write .png, .jpg, .webp or .tif, or leave out --world-file");
    if (options.quality > 0 && (moves || (*picture != PictureFormat::jpeg && *picture != PictureFormat::webp)))
        return fail("--quality is for JPEG and WebP", options.output, 0, "write .jpg or .webp, or leave out --quality");
    const auto typed = picture_size_from(options.map.size);
    if (!typed) return tl::unexpected(typed.error());
    const auto size = pixels_of(*typed, options.map.dpi);
    if (!size) return tl::unexpected(size.error());
    if (moves && needs_even_sides(*film) && (size->width % 2 != 0 || size->height % 2 != 0)) {
        const int width = size->width / 2 * 2, height = size->height / 2 * 2;
        print_warning("MP4 and WebM need even sides: drawn " + std::to_string(width) + "x" + std::to_string(height));
        options.map.dpi = 96 * pixel_ratio_of(*typed, options.map.dpi);
        options.map.size = std::to_string(width) + "x" + std::to_string(height);
    }
    if (!options.is_series() && !(options.from.empty() && options.to.empty()))
        return fail("--from and --to are for a series", {}, 0, "add --each year or --each-stop");
    return {};
}

int run_snapshot(SnapshotOptions& options) {
    if (const auto checked = check(options); !checked) {
        print_error(checked.error());
        return exit_wrong_usage;
    }
    if (!options.compared.empty()) {
        const auto dates = *compared_dates_from(options.compared);
        for (const EdtfDate& date : dates)
            options.map.framed.push_back(TimeSelection{*time_mode_from(options.map.mode), date.span()}.effective());
    }
    const auto map = prepare_map(options.map);
    if (!map) return told(map.error());
    if (const auto written = write(*options.renderer, options, *map); !written) return told(written.error());
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
    command
        ->add_option("--compare", options->compared,
                     "two dates beside each other in one picture, with what only one of them shows and what both show")
        ->type_name("EDTF,EDTF")
        ->check(check_compared)
        ->excludes(stops)
        ->excludes(each)
        ->excludes(command->get_option("--date"));
    command->preparse_callback([options](std::size_t) { options->renderer = std::make_unique<OffscreenRenderer>(); });
    command->callback([options, &exit_status] { exit_status = run_snapshot(*options); });
}

}  // namespace chronomap
