#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/event.hpp"

namespace chronomap {

/// True for a file that holds rows of events rather than text to read: by its extension (csv, tsv, json, geojson, fgb,
/// gpkg, shp, kml, gml, parquet). A .jsonl file holds articles.
bool is_event_dataset(const std::string& path);

/// True when the file's first bytes show that it is rows without shapes: delimited text without WKT, a JSON array.
bool is_plain_table(const std::string& path);

/// Reads an event dataset (CSV, a JSON array of flat objects, or any table that GDAL reads) as one Extraction: its text
/// has one line a row (the row's own words), an event's sentence is its line. Rows without a date or a place are
/// residue. Coordinates are transformed to WGS 84. `warnings` gets one line a kind of trouble, never one a row. Error:
/// unreadable file, no date column, no coordinates; names what is missing and the columns there are.
Result<Extraction> read_event_dataset(const std::string& path, std::vector<std::string>& warnings);

/// The same of a table, through GDAL.
Result<Extraction> read_event_table(const std::string& path, std::vector<std::string>& warnings);

}  // namespace chronomap
