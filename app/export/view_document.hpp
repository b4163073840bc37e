#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/event_filter.hpp"
#include "geo/places/place.hpp"
#include "geo/time/edtf.hpp"
#include "geo/time/timeline.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// A file, or a folder of files, that a picture was made from.
struct DocumentFile {
    std::string path;  ///< as the caller has it; in JSON relative to the picture's folder
    std::string
        sha256;  ///< of its bytes, in hexadecimal; empty where it could not be taken (standard input, more than 1 GiB)
    double opacity = 1;  ///< of its rasters
    friend bool operator==(const DocumentFile&, const DocumentFile&) = default;
};

/// All that is needed to show what a picture shows again: PictureOptions::document as values.
struct ViewDocument {
    std::vector<DocumentFile> inputs;
    std::vector<DocumentFile> layers;  ///< read as layers whatever they hold
    DocumentFile relief;               ///< no path: none
    ReliefStyle relief_style = ReliefStyle::both;
    bool own_layers = true;                ///< with those that come with the program
    std::vector<DocumentFile> gazetteers;  ///< the user's own
    TimeSelection time;
    int fade_days = 0;  ///< see Scene::fade_days
    NamingPolicy naming = NamingPolicy::source;
    std::string style;  ///< the name of a style that is shipped, or a style file's path
    std::string title;
    FurnitureSettings furniture;
    EventFilter filter;
    std::string selected_event, fanned_event;
    View view;
    double dpi = 0;                  ///< 0: not said
    std::vector<EdtfDate> compared;  ///< both dates of a comparison; `time` is the first
    bool leave_out_paths = false;    ///< json_from writes the files' names without their folders
};

/// The file as its bytes are now.
DocumentFile document_file(const std::string& path);

/// `made_from` (inputs, gazetteers, style, dpi) with what a scene and a view show of it.
ViewDocument view_document_from(ViewDocument made_from, const Scene& scene, const View& view);

/// As JSON for a picture that lies at `picture_path`: paths become relative to its folder, so that both can be moved
/// together and no more of the disk is told than needed.
std::string json_from(const ViewDocument& document, const std::string& picture_path);

/// Reads json_from's text; `picture_path` names the picture in errors. Paths stay relative. Error: not such a text, a
/// value that cannot be, or one of a newer program.
Result<ViewDocument> read_view_document(const std::string& json, const std::string& picture_path);

/// What has become of a file that a picture was made from.
struct FoundFile {
    enum class State : std::uint8_t { same, changed, missing } state = State::missing;
    std::string path;  ///< where it is now; where it was when it is missing
};

/// Looks for the file where it was, seen from the picture's folder, then beside the picture. One with the same bytes is
/// taken before one that changed.
FoundFile find_file(const DocumentFile& file, const std::string& picture_path);

}  // namespace chronomap
