#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/export/view_document.hpp"
#include "app/state/app_state.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {

/// A layer that a project shows or hides. Its data stay in their file.
struct ProjectLayer {
    std::string id;    ///< the layer's path; of the program's own layers, the name
    bool own = false;  ///< comes with the program
    bool shown = true;
    double opacity = 1;
    friend bool operator==(const ProjectLayer&, const ProjectLayer&) = default;
};

/// What else the window had open.
struct Workspace {
    std::vector<std::string> panels;  ///< those shown, by name; empty: as they are
    float left_width = 0, right_width = 0, source_height = 0, table_height = 0, timeline_height = 0;  ///< 0: as they are
    std::string shown_article;
    bool full_furniture = false;
    bool timeline_collapsed = true;
    TimelineStacking timeline_stacking = TimelineStacking::kind;
};

/// What a project holds beside its extractions, as values.
struct OpenedProject {
    std::string path;
    Edits edits;
    std::optional<ViewDocument> view;
    std::vector<OpenFile> files;       ///< with paths as in the file: relative to its folder
    std::vector<ProjectLayer> layers;  ///< the lowest first; likewise
    Workspace workspace;
    bool recovered = false;  ///< work of a session that ended unasked: it is in no other file
    std::vector<std::string> warnings;
};

/// All that a project file at `path` is to hold of the state. Cheap: extractions are shared, nothing is read.
ProjectContents project_contents(const AppState& state, const std::string& path);

/// The same for a recovery file: the project's own path goes with it.
ProjectContents recovery_contents(const AppState& state, const std::string& path);

/// What the documents of the project at `path` say. A view that cannot be read is a warning. Error: names the document
/// that cannot be read.
Result<OpenedProject> opened_project(const ProjectContents& contents, const std::string& path);

/// Shows a project instead of all that is open. `layers` are those of its files that could be read.
void show_project(AppState& state, OpenedProject project, std::vector<ExtractionPtr> extractions,
                  std::vector<MapLayerPtr> layers);

}  // namespace chronomap
