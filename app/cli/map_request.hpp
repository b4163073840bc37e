#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/export/view_document.hpp"
#include "app/state/edits.hpp"
#include "geo/events/event.hpp"
#include "geo/places/gazetteer.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace CLI {
class App;
}

namespace chronomap {

/// What a map is to show, as typed on the command line; checked when parsed.
struct MapRequest {
    std::vector<std::string> inputs;
    std::string date;
    std::string mode = "instant";
    std::string fade = "off";
    std::string size = "1920x1080";
    std::string box;
    std::string crs;
    std::string names = "source";
    std::string style = "light";
    std::string title, subtitle, caption;
    std::vector<std::string> furniture;  ///< "legend=off"; lists of such
    double dpi = 0;                      ///< 0: by the size
    double scale = 1;                    ///< of text and lines, beside what dpi asks
    std::vector<std::string> gazetteers;
    std::vector<TimeSpan> framed;     ///< without a box, what meets one of these is framed; empty: all events
    std::vector<std::string> filter;  ///< conditions as filter_from reads them
    std::vector<std::string> layers;
    double layer_opacity = 1;  ///< of their rasters
    ReliefChoice relief;
    bool no_areas = false;  ///< without the layers that come with the program

    // Of projects among the inputs; filled by read_projects (app/cli/project_request.hpp).
    struct Project {
        std::vector<ExtractionPtr> extractions;
        Edits edits;
    };
    std::map<std::string, Project> projects;   ///< by their paths
    std::vector<DocumentFile> project_layers;  ///< above the program's own
    std::optional<View> view;                  ///< without a box and a projection, what the picture is to hold
    std::string selected_event;
};

/// Adds the options that fill `request`, which must outlive the parsing.
void add_map_options(CLI::App& command, MapRequest& request);

/// --relief and --relief-style; `relief` must outlive the parsing.
void add_relief_options(CLI::App& command, ReliefChoice& relief);

/// What CLI11 asks of a check: an empty text for a date that can be read.
std::string check_date(const std::string& text);

/// A map made from a request: read once, drawn for as many dates as wanted.
struct PreparedMap {
    Scene scene;  ///< of the request's own date
    View view;
    ViewDocument made_from;       ///< its files, style and dpi
    GeoBox extent;                ///< what the view holds whole
    std::vector<TimeSpan> spans;  ///< of the events; without any, of what the layers that were asked for hold
    std::size_t errors = 0;       ///< inputs that failed; they have been told
    /// Rasters that failed when they were drawn; they have been told.
    std::shared_ptr<const std::size_t> ground_errors;
};

/// Reads the inputs and opens the basemap; errors of single inputs are told on standard error and counted.
/// Error: no input could be read, or a projection that is none.
Result<PreparedMap> prepare_map(const MapRequest& request);

}  // namespace chronomap
