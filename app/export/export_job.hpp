#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/export/date_series.hpp"
#include "app/export/picture_size.hpp"
#include "app/export/view_document.hpp"
#include "app/story/story.hpp"
#include "geo/base/progress.hpp"
#include "render/snapshot/picture_writer.hpp"

namespace chronomap {

enum class ExportKind : std::uint8_t {
    picture,
    series,      ///< a picture for each date, or an atlas
    film,        ///< a frame for each date
    comparison,  ///< two dates on one sheet
    story,       ///< its steps as a handout or as a film
};

/// What is to be written, of whatever map: the same for the command line and the window.
struct ExportRequest {
    std::string path;   ///< its ending chooses the format
    bool each = false;  ///< for each date of `series`
    DateSeries series;
    double frames_per_second = 0;  ///< 0: by the step
    std::optional<std::array<EdtfDate, 2>> compared;
    bool story = false;  ///< the map's story is told
    int quality = 0;     ///< of JPEG and WebP; 0: the format's usual one
    double dpi = 0;      ///< written into the file; 0: not said
    bool world_file = false;
    bool leave_out_paths = false;  ///< the files' names without their folders in what a picture says of itself
};

/// A film of which nobody said of which dates shows the stops; told apart by path and what is asked for.
ExportKind kind_of(const ExportRequest& request);

/// Frames a second of a film: as asked for, or as its step suggests.
double frame_rate(const ExportRequest& request);

/// What can be told before anything is drawn, for a picture of that size. Error: no such format, or one that cannot
/// hold what is asked for; names the remedy.
Result<void> check_export(const ExportRequest& request);
/// The size of a story's pages or frames where none is asked for.
PictureSize usual_story_size(const std::string& path);
/// MP4 and WebM need even sides: the size made so, for others as it is.
PixelSize fitting_size(const ExportRequest& request, PixelSize size);

/// The map that is written.
struct ExportedMap {
    Scene scene;
    View view;  ///< has the picture's size
    TimeMode mode = TimeMode::instant;
    GeoBox extent;                ///< what each map of a comparison shows
    std::string crs;              ///< of these; empty: one that suits
    std::vector<TimeSpan> spans;  ///< in which a series is looked for
    ViewDocument made_from;
    Story story{};  ///< what is told on it
};

/// The dates of a request's series. Error: as dates_of.
Result<std::vector<EdtfDate>> dates_of(const ExportRequest& request, const ExportedMap& map);

/// Writes it and gives the files written. A stop or an error leaves nothing half-written; pictures of a series that
/// were whole stay.
Result<std::vector<std::string>> write_export(PictureWriter& pictures, const ExportedMap& map,
                                              const ExportRequest& request, const Progress& progress);

}  // namespace chronomap
