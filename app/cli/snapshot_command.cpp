#include "app/cli/snapshot_command.hpp"

#include <CLI/CLI.hpp>
#include <cmath>
#include <future>
#include <memory>

#include "app/cli/map_options.hpp"
#include "app/cli/messages.hpp"
#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap.hpp"
#include "geo/io/inputs.hpp"
#include "render/scene/frame_extent.hpp"
#include "render/scene/style.hpp"
#include "render/snapshot/offscreen_renderer.hpp"

namespace chronomap {
namespace {

struct SnapshotOptions {
    std::vector<std::string> inputs;
    std::string output;
    std::string date;
    std::string mode = "instant";
    std::string size = "1920x1080";
    std::string box;
    std::string crs;
    std::string names = "source";
    std::string title;
    double scale = 1;
    std::vector<std::string> gazetteers;
};

/// The events of all inputs; errors are told as they come and counted.
struct ReadEvents {
    EventSetPtr events;
    std::shared_ptr<const Gazetteer> gazetteer;  ///< null when only datasets were read
    std::string first_title;
    std::size_t errors = 0;
};

ReadEvents read_events(const SnapshotOptions& options) {
    std::shared_ptr<Extractor> extractor;
    const auto get_extractor = [&]() -> Result<const Extractor*> {
        if (!extractor) {
            auto loaded = Extractor::load(Extractor::default_files(options.gazetteers));
            if (!loaded) return tl::unexpected(loaded.error());
            extractor = std::make_shared<Extractor>(std::move(*loaded));
        }
        return extractor.get();
    };
    ReadEvents read;
    EventStore store;
    InputSink sink;
    sink.error = print_error;
    sink.warning = print_warning;
    sink.extraction = [&](Extraction extraction) {
        if (read.first_title.empty()) read.first_title = extraction.article.title;
        store.add(std::make_shared<const Extraction>(std::move(extraction)));
        return true;
    };
    for (const std::string& input : options.inputs) read.errors += read_input(input, get_extractor, {}, sink);
    read.events = store.current();
    if (extractor) read.gazetteer = {extractor, &extractor->gazetteer()};
    return read;
}

/// What the picture's caption says of the time shown.
std::string caption(const std::optional<EdtfDate>& date, TimeMode mode) {
    if (!date) return "All dates";
    const std::string said = describe(*date);
    switch (mode) {
        case TimeMode::until:
            return "Until " + said;
        case TimeMode::since:
            return "Since " + said;
        case TimeMode::instant:
        case TimeMode::window:
            break;
    }
    return said;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : " · ") + line;
    return text;
}

int run_snapshot(const SnapshotOptions& options) {
    OffscreenRenderer renderer;  // starts OpenGL beside what follows
    auto opening = std::async(std::launch::async, [] { return Basemap::open(asset_path("basemap.pack")); });
    const ReadEvents read = read_events(options);
    if (read.errors > 0 && read.events->events.empty()) return exit_some_failed;

    Scene scene;
    scene.events = read.events;
    scene.gazetteer = read.gazetteer;
    scene.style = default_style();
    scene.naming = *naming_policy_from(options.names);
    std::optional<EdtfDate> date;
    if (!options.date.empty()) date = *parse_date_as_typed(options.date);
    const TimeMode mode = *time_mode_from(options.mode);
    if (date) scene.time = {mode, date->span()};
    scene.furniture.title = options.title.empty() ? read.first_title : options.title;
    scene.furniture.date_caption = caption(date, mode);

    auto basemap = opening.get();
    if (basemap) {
        scene.basemap = *basemap;
        scene.furniture.sources = joined((*basemap)->sources());
    } else {
        print_warning("drawn without the basemap: " + basemap.error().text());
    }

    GeoBox box;
    if (!options.box.empty()) {
        box = *box_from(options.box);
    } else {
        const FrameExtent frame = frame_extent(*read.events);
        box = frame.box;
        if (read.events->events.empty()) print_warning("no event was found; the map shows the world");
        if (frame.outside > 0)
            print_warning(std::to_string(frame.outside) + " of " + std::to_string(read.events->events.size()) +
                          " events lie outside the map's frame (--bbox sets it)");
    }
    const PixelSize size = *size_from(options.size);
    const double margin = 0.06 * std::min(size.width, size.height);
    const auto view = fit_view(box, size.width, size.height, options.scale, options.crs, margin);
    if (!view) {
        print_error(view.error());
        return exit_wrong_usage;
    }
    const auto image = renderer.render(scene, *view);
    if (!image) {
        print_error(image.error());
        return exit_some_failed;
    }
    if (const auto written = write_png(*image, options.output); !written) {
        print_error(written.error());
        return exit_some_failed;
    }
    return read.errors ? exit_some_failed : exit_done;
}

std::string check_date(const std::string& text) {
    const auto date = parse_date_as_typed(text);
    return date ? "" : "'" + text + "' is not a date; write it as 1993, 2020-11, 2023-08-31 or 1988/1994";
}
std::string check_size(const std::string& text) {
    return size_from(text) ? "" : "'" + text + "' is not a size; write it as 1920x1080";
}
std::string check_box(const std::string& text) {
    return box_from(text) ? "" : "'" + text + "' is not a box; write it as W,S,E,N in degrees";
}
std::string check_names(const std::string& text) {
    return naming_policy_from(text) ? "" : "'" + text + "' is none of source, en, az, hy, ru, official-at-date, dual";
}

}  // namespace

void add_snapshot_command(CLI::App& program, int& exit_status) {
    CLI::App* command =
        program.add_subcommand("snapshot", "draw the map of articles or event datasets into a PNG file");
    auto options = std::make_shared<SnapshotOptions>();
    command
        ->add_option("input", options->inputs,
                     "articles (.txt .md .html .jsonl), event datasets, or - for standard input")
        ->type_name("INPUT")
        ->required();
    command->add_option("-o,--output", options->output, "the PNG file to write")->type_name("OUT")->required();
    command->add_option("--date", options->date, "the date to show: 1993, 2020-11, 1988/1994; without it, all events")
        ->type_name("EDTF")
        ->check(check_date);
    command->add_option("--mode", options->mode, "what --date means: that date, or all until or since it")
        ->check(CLI::IsMember({"instant", "window", "until", "since"}))
        ->capture_default_str();
    command->add_option("--size", options->size, "width and height in pixels")
        ->type_name("WxH")
        ->check(check_size)
        ->capture_default_str();
    command->add_option("--bbox", options->box, "the part of the world in degrees; without it, where the events are")
        ->type_name("W,S,E,N")
        ->check(check_box);
    command
        ->add_option("--crs", options->crs, "the projection, as PROJ reads it; without it, one that suits the extent")
        ->type_name("EPSG:N");
    command->add_option("--names", options->names, "source, en, az, hy, ru, official-at-date or dual")
        ->type_name("POLICY")
        ->check(check_names)
        ->capture_default_str();
    command->add_option("--title", options->title, "the title; without it, the first article's")->type_name("TEXT");
    command->add_option("--scale", options->scale, "how much larger text and lines are drawn, for dense screens")
        ->type_name("N")
        ->check(CLI::Range(0.25, 16.0))
        ->capture_default_str();
    command
        ->add_option("--gazetteer", options->gazetteers,
                     "a GeoNames dump or a Linked Places file, before the program's own")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
    command->callback([options, &exit_status] { exit_status = run_snapshot(*options); });
}

}  // namespace chronomap
