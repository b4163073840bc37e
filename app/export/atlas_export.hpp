#pragma once

#include <string>

#include "app/export/series_export.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// A series as one PDF: an index of dates and places, then a page for each date. In one step: an error or a stop leaves
/// no file. Needs no OpenGL.
Result<void> write_atlas(const MapSeries& series, const std::string& path, const PictureOptions& options,
                         const Progress& progress);

/// A line of the index: "23 July 1993: Aghdam, Kalbajar (3 events)". Names the first places of what the scene shows.
std::string atlas_entry(const Scene& scene);

}  // namespace chronomap
