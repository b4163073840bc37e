#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/layers/map_layer.hpp"

namespace chronomap {

/// Reads areas, lines, points and rasters with their times from any file that GDAL opens, all tables of it, in any
/// coordinate system, or from a folder: the files of a series, one for each state. Of rasters only what they say of
/// themselves is read; one that has a date is there from that day on, and `warnings` tells so. A feature whose dates
/// cannot be read is left out and told in `warnings`, by file and number. Error: no such file, nothing in it that can
/// be drawn.
///
/// A series: every file whose name holds a date (20240708, 2024-07-08, 2024_07, 2024) is the state from that date until
/// the next file's. Where the next one is more than twice the usual step away, the state holds for one usual step and
/// then there is a gap; so does the last file's. A date of the features themselves wins over that of the file's name,
/// but not one in a raster's metadata, which often tells when it was scanned.
Result<MapLayerPtr> read_map_layer(const std::string& path, std::vector<std::string>& warnings);

/// True for a folder, a raster, and a vector file whose shapes are lines or areas: what is better shown as a layer than
/// read as events.
bool is_map_layer(const std::string& path);

/// The date in a file's name; no date when there is none.
EdtfDate date_in_file_name(const std::string& path);

/// Spans of the states of a series that begin at `days` (ascending), by the rule of read_map_layer.
std::vector<TimeSpan> spans_of_series(const std::vector<Day>& days);

}  // namespace chronomap
