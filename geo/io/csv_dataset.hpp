#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/event.hpp"

namespace chronomap {

/// Reads rows of events from delimited text (RFC 4180; comma, semicolon, tab or bar, whichever the header has most),
/// as read_event_dataset() says. Any encoding that articles may have. A table whose places are WKT goes to GDAL.
Result<Extraction> read_csv_dataset(const std::string& path, std::vector<std::string>& warnings);

/// True when the header names a column of WKT geometry.
bool csv_has_shapes(const std::string& path);

}  // namespace chronomap
