#include "app/cli/map_request.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <future>
#include <memory>
#include <optional>

#include "app/cli/map_options.hpp"
#include "app/cli/messages.hpp"
#include "app/export/picture_size.hpp"
#include "app/export/scene_at.hpp"
#include "app/state/camera_moves.hpp"
#include "app/state/fade_words.hpp"
#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap.hpp"
#include "geo/io/inputs.hpp"
#include "geo/io/map_layer_file.hpp"
#include "geo/io/shipped_layers.hpp"
#include "geo/spatial/projection.hpp"
#include "render/scene/frame_extent.hpp"
#include "render/scene/ground.hpp"
#include "render/scene/style.hpp"

namespace chronomap {
namespace {

/// The events of all inputs; errors are told as they come and counted.
struct ReadEvents {
    EventSetPtr events;
    std::shared_ptr<const Gazetteer> gazetteer;  ///< for the map's names; null when it cannot be loaded
    std::string first_title;
    std::vector<MapLayerPtr> layers;
    std::size_t errors = 0;
};

ReadEvents read_events(const MapRequest& request) {
    // Loaded beside the reading of datasets, which do not need it.
    std::future<Result<Extractor>> loading =
        std::async(std::launch::async, [&] { return Extractor::load(Extractor::default_files(request.gazetteers)); });
    std::optional<Result<std::shared_ptr<const Extractor>>> extractor;
    const auto get_extractor = [&]() -> Result<const Extractor*> {
        if (!extractor) {
            auto loaded = loading.get();
            if (loaded)
                extractor = std::make_shared<const Extractor>(std::move(*loaded));
            else
                extractor = tl::unexpected(loaded.error());
        }
        if (!*extractor) return tl::unexpected(extractor->error());
        return (*extractor)->get();
    };
    ReadEvents read;
    EventStore store;
    std::vector<ExtractionPtr> extractions;
    InputSink sink;
    sink.error = print_error;
    sink.warning = print_warning;
    sink.layer = [&](MapLayerPtr layer) { read.layers.push_back(std::move(layer)); };
    sink.extraction = [&](Extraction extraction) {
        if (read.first_title.empty()) read.first_title = extraction.article.title;
        extractions.push_back(std::make_shared<const Extraction>(std::move(extraction)));
        return true;
    };
    if (auto filter = filter_from(request.filter)) store.set_filter(std::move(*filter));
    EventCorrections corrections;
    for (const auto& [path, project] : request.projects) add_corrections(corrections, project.edits.corrections);
    store.set_corrections(std::move(corrections));
    for (const std::string& input : request.inputs) {
        const auto project = request.projects.find(input);
        if (project == request.projects.end()) {
            read.errors += read_input(input, get_extractor, {}, sink);
            continue;
        }
        for (const ExtractionPtr& extraction : project->second.extractions) {
            if (read.first_title.empty()) read.first_title = extraction->article.title;
            extractions.push_back(extraction);
        }
    }
    store.add(std::move(extractions));
    read.events = store.current();
    const bool was_told = extractor.has_value();
    if (const auto with = get_extractor()) {
        read.gazetteer = {**extractor, &(*with)->gazetteer()};
    } else if (!was_told) {
        print_error(with.error());
        ++read.errors;
    }
    return read;
}

std::vector<DocumentFile> hashed(const std::vector<std::string>& paths) {
    std::vector<DocumentFile> files;
    for (const std::string& path : paths) files.push_back(document_file(path));
    return files;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : " · ") + line;
    return text;
}

/// The program's own layers, those of the inputs, and those asked for; what fails is told and counted.
std::vector<MapLayerPtr> read_layers(const MapRequest& request, ReadEvents& read) {
    std::vector<std::string> warnings;
    std::vector<MapLayerPtr> layers;
    if (!request.no_areas) layers = shipped_layers(warnings);
    layers.insert(layers.end(), read.layers.begin(), read.layers.end());
    std::vector<DocumentFile> wanted = request.project_layers;
    for (const std::string& path : request.layers) wanted.push_back({path, {}, request.layer_opacity});
    for (const DocumentFile& file : wanted) {
        auto layer = read_map_layer(file.path, warnings);
        if (layer) {
            if (file.opacity < 1) *layer = with_opacity(**layer, file.opacity);
            layers.push_back(*layer);
            read.layers.push_back(std::move(*layer));
        } else {
            print_error(layer.error());
            ++read.errors;
        }
    }
    for (const std::string& warning : warnings) print_warning(warning);
    return layers;
}

/// Where the events are; told when some are left outside.
GeoBox box_of(const EventSet& events) {
    const FrameExtent frame = frame_extent(events);
    if (frame.outside > 0)
        print_warning(std::to_string(frame.outside) + " of " + std::to_string(events.events.size()) +
                      " events lie outside the map's frame (--bbox sets it)");
    return frame.box;
}

/// Those that meet one of the spans; enough of them for a frame.
EventSet framed_events(const EventSet& events, const std::vector<TimeSpan>& spans) {
    EventSet framed;
    for (std::size_t i = 0; i < events.events.size(); ++i)
        if (std::ranges::any_of(spans, [&](const TimeSpan& span) { return events.spans[i].meets(span); }))
            framed.events.push_back(events.events[i]);
    return framed;
}

/// The part of the world that the request asks for; told when events are left outside.
GeoBox wanted_box(const MapRequest& request, const EventSet& events, const std::vector<MapLayerPtr>& layers) {
    if (!request.box.empty()) return *box_from(request.box);
    // Without events, the layers that were asked for are what there is to see.
    if (const auto box = box_of_layers(layers); box && events.events.empty()) return *box;
    if (events.events.empty()) print_warning("no event was found; the map shows the world");
    if (!request.framed.empty()) {
        const EventSet framed = framed_events(events, request.framed);
        if (!framed.events.empty()) return box_of(framed);
    }
    return box_of(events);
}

/// When the events are; without any, what the layers that were asked for hold.
std::vector<TimeSpan> spans_of(const ReadEvents& read) {
    if (!read.events->spans.empty()) return read.events->spans;
    std::vector<TimeSpan> spans;
    for (const MapLayerPtr& layer : read.layers) {
        for (const LayerFeature& feature : layer->features) spans.push_back(feature.span);
        for (const LayerRasterPtr& raster : layer->rasters) spans.push_back(raster->span);
    }
    return spans;
}

std::string check_fade(const std::string& text) {
    const auto days = fade_days_from(text);
    return days ? std::string{} : days.error().text();
}

std::string check_size(const std::string& text) {
    const auto size = picture_size_from(text);
    return size ? "" : size.error().text();
}
std::string check_box(const std::string& text) {
    return box_from(text) ? "" : "'" + text + "' is not a box; write it as W,S,E,N in degrees";
}
std::string check_crs(const std::string& text) {
    const auto projection = projection_for(text);
    return projection ? "" : projection.error().text();
}
std::string check_names(const std::string& text) {
    return naming_policy_from(text) ? "" : "'" + text + "' is none of source, en, az, hy, ru, official-at-date, dual";
}
std::string check_furniture(const std::string& text) {
    FurnitureSettings settings;
    const auto set = set_furniture(settings, text);
    return set ? "" : set.error().text();
}
std::string check_filter(const std::string& text) {
    const auto filter = filter_from({&text, 1});
    return filter ? "" : filter.error().text();
}
/// A shell makes it hard to type the end of a line: "\\n" stands for one.
std::string with_line_breaks(std::string text) {
    for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos; ++at) text.replace(at, 2, "\n");
    return text;
}
std::string check_style(const std::string& text) {
    const auto path = style_path(text);
    return path ? "" : path.error().text();
}

}  // namespace

std::string check_date(const std::string& text) {
    const auto date = parse_date_as_typed(text);
    return date ? "" : "'" + text + "' is not a date; write it as 1993, 2020-11, 2023-08-31 or 1988/1994";
}

Result<PreparedMap> prepare_map(const MapRequest& request) {
    const auto style = load_style(*style_path(request.style));
    if (!style) return tl::unexpected(style.error());
    auto opening = std::async(std::launch::async, [] { return Basemap::open(asset_path("basemap.pack")); });
    auto hashing = std::async(std::launch::async, [&] {
        ViewDocument made_from;
        made_from.inputs = hashed(request.inputs);
        made_from.layers = hashed(request.layers);
        for (DocumentFile& layer : made_from.layers) layer.opacity = request.layer_opacity;
        for (const DocumentFile& layer : request.project_layers) {
            made_from.layers.push_back(document_file(layer.path));
            made_from.layers.back().opacity = layer.opacity;
        }
        if (!request.relief.path.empty()) made_from.relief = document_file(request.relief.path);
        made_from.own_layers = !request.no_areas;
        made_from.gazetteers = hashed(request.gazetteers);
        return made_from;
    });
    ReadEvents read = read_events(request);
    const std::vector<MapLayerPtr> layers = read_layers(request, read);
    if (read.errors > 0 && read.events->events.empty() && read.layers.empty()) return fail("no input could be read");

    Scene scene;
    scene.events = read.events;
    scene.gazetteer = read.gazetteer;
    scene.layers = layers;
    scene.style = *style;
    scene.naming = *naming_policy_from(request.names);
    scene.selected_event = request.selected_event;
    FurnitureSettings& settings = scene.furniture.settings;
    settings.subtitle = request.subtitle;
    settings.caption = with_line_breaks(request.caption);
    for (const std::string& words : request.furniture) (void)set_furniture(settings, words);  // was checked
    scene.furniture.title = request.title.empty() ? read.first_title : request.title;
    auto basemap = opening.get();
    if (basemap) {
        scene.basemap = *basemap;
        scene.furniture.sources = joined((*basemap)->sources());
    } else {
        print_warning("drawn without the basemap: " + basemap.error().text());
    }
    std::optional<EdtfDate> date;
    if (!request.date.empty()) date = *parse_date_as_typed(request.date);
    scene = scene_at(scene, date, *time_mode_from(request.mode));
    scene.fade_days = *fade_days_from(request.fade);

    const auto typed_size = picture_size_from(request.size);
    if (!typed_size) return tl::unexpected(typed_size.error());
    const auto size = pixels_of(*typed_size, request.dpi);
    if (!size) return tl::unexpected(size.error());
    const double margin = 0.06 * std::min(size->width, size->height);
    const double pixel_ratio = request.scale * pixel_ratio_of(*typed_size, request.dpi);
    const GeoBox extent = wanted_box(request, *read.events, read.layers);
    auto view = fit_view(extent, size->width, size->height, pixel_ratio, request.crs, margin);
    if (!view) return tl::unexpected(view.error());
    if (request.view && request.box.empty() && request.crs.empty()) {
        // As the project's window would export it.
        *view = *request.view;
        if (view->width_px != size->width || view->height_px != size->height)
            *view = resized_for_export(*view, size->width, size->height);
        if (request.dpi > 0 || request.scale != 1) view->pixel_ratio = pixel_ratio;
    }
    scene.relief = request.relief;
    auto ground_errors = std::make_shared<std::size_t>(0);
    scene.ground = std::make_shared<GroundReader>([ground_errors](const Error& error) {
        print_error(error);
        ++*ground_errors;
    });
    const bool paper = typed_size->unit == PictureSize::Unit::millimetres;
    ViewDocument made_from = hashing.get();
    made_from.style = request.style;
    made_from.dpi = request.dpi > 0 || !paper ? request.dpi : usual_print_dpi;
    return PreparedMap{std::move(scene), *view,       std::move(made_from),    extent,
                       spans_of(read),   read.errors, std::move(ground_errors)};
}

void add_relief_options(CLI::App& command, ReliefChoice& relief) {
    command.add_option("--relief", relief.path, "show the heights in any elevation raster: shading, colours")
        ->type_name("FILE");
    const auto read = [&relief](const std::string& word) { relief.style = *relief_style_from(word); };
    command
        .add_option_function<std::string>("--relief-style", read, "light and shadow, a colour for each height, or both")
        ->check(CLI::IsMember({"hillshade", "tint", "both"}))
        ->type_name("LOOK")
        ->default_str("both");
}

void add_map_options(CLI::App& command, MapRequest& request) {
    command
        .add_option("input", request.inputs,
                    "articles (.txt .md .html .jsonl), event datasets, or - for standard input")
        ->type_name("INPUT")
        ->required();
    command.add_option("--date", request.date, "the date to show: 1993, 2020-11, 1988/1994; without it, all events")
        ->type_name("EDTF")
        ->check(check_date);
    command.add_option("--mode", request.mode, "what --date means: that date, or all until or since it")
        ->check(CLI::IsMember({"instant", "window", "until", "since"}))
        ->capture_default_str();
    command.add_option("--fade", request.fade, "with --mode until: older events fade over this time: 5 years, 90 days")
        ->type_name("TIME")
        ->check(check_fade)
        ->capture_default_str();
    command.add_option("--size", request.size, "width and height in pixels, or paper: A4, A3-landscape, 210x297mm")
        ->type_name("WxH|PAPER")
        ->check(check_size)
        ->capture_default_str();
    command.add_option("--bbox", request.box, "the part of the world in degrees; without it, where the events are")
        ->type_name("W,S,E,N")
        ->check(check_box);
    command.add_option("--crs", request.crs, "the projection, as PROJ reads it; without it, one that suits the extent")
        ->type_name("EPSG:N")
        ->check(check_crs);
    command.add_option("--names", request.names, "source, en, az, hy, ru, official-at-date or dual")
        ->type_name("POLICY")
        ->check(check_names)
        ->capture_default_str();
    command.add_option("--style", request.style, "the map's look: light, dark, mono, or a style file")
        ->type_name("NAME|FILE")
        ->check(check_style)
        ->capture_default_str();
    command.add_option("--title", request.title, "the title; without it, the first article's")->type_name("TEXT");
    command.add_option("--subtitle", request.subtitle, "a line below the title")->type_name("TEXT");
    command.add_option("--caption", request.caption, "words of your own on the map; \\n begins a new line")
        ->type_name("TEXT");
    command
        .add_option("--furniture", request.furniture,
                    "where things stand around the map: title, date, caption, legend, scale-bar, locator = top-left, "
                    "top, top-right, bottom-left, bottom, bottom-right, usual or off; sources=short")
        ->type_name("NAME=PLACE,…")
        ->check(check_furniture);
    command
        .add_option("--filter", request.filter,
                    "only events of which this is true: kind=battle,attack; modality=fact; said-by=NAME (itself: the article); "
                    "article=ID; confidence=0.7; bbox=W,S,E,N; words=TEXT. Several are all true at once")
        ->type_name("NAME=VALUE")
        ->expected(1)
        ->take_all()
        ->check(check_filter);
    command
        .add_option("--dpi", request.dpi,
                    "pixels an inch for print: text and lines grow with it; without it 300 for paper, 96 for pixels")
        ->type_name("N")
        ->check(CLI::Range(20.0, 2400.0));
    command.add_option("--scale", request.scale, "how much larger text and lines are drawn, for dense screens")
        ->type_name("N")
        ->check(CLI::Range(0.25, 16.0))
        ->capture_default_str();
    command
        .add_option(
            "--layer", request.layers,
            "a raster, or areas, lines or points, over time: any file that GDAL opens, or a folder with one for "
            "each state")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
    command
        .add_option("--layer-opacity", request.layer_opacity, "how far rasters of --layer hide what lies below them")
        ->type_name("0-1")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    add_relief_options(command, request.relief);
    command.add_flag("--no-areas", request.no_areas, "without the boundaries of the past that come with the program");
    add_gazetteer_option(command, request.gazetteers);
}

}  // namespace chronomap
