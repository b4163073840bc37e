#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/event.hpp"

namespace chronomap {

/// What project files are called: "story.chronomap.gpkg".
inline constexpr std::string_view project_extension = ".chronomap.gpkg";

/// Grows when older programs could not read what is written, or would lose a part of it.
inline constexpr int project_schema_version = 1;

/// All that a project file holds, as plain values.
struct ProjectContents {
    std::vector<ExtractionPtr> extractions;        ///< in the order in which they were opened
    std::map<std::string, std::string> documents;  ///< what else the program keeps, by name: JSON texts
};

/// Writes a project: a GeoPackage whose layers `events`, `mentions`, `places` and tables `articles`, `residue` are
/// ordinary ones (begin and end for QGIS's Temporal Controller) and hold all of the extractions; where the document
/// "corrections" has any, a layer `corrected_events` shows the events concerned as they are now; `chronomap_documents`
/// holds the documents, `chronomap_project` the version of this arrangement. The file at `path` is replaced when the
/// new one is whole and on the disk, or stays as it was. May run on any thread. Error: folder, disk.
Result<void> write_project(const std::string& path, const ProjectContents& contents);

/// Reads what write_project wrote: extractions equal to those that were given to it. Error: damaged, cut short, not a
/// project, or one of a newer program.
Result<ProjectContents> read_project(const std::string& path);

/// True for a GeoPackage that says that it is a project. Opens it.
bool is_project(const std::string& path);

/// True for a file that is to be opened as a project: a GeoPackage that says that it is one, and a file that is
/// named like one, be it damaged. Files with other endings than .gpkg are not looked into.
bool is_project_file(const std::string& path);

}  // namespace chronomap
