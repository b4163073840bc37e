#pragma once

#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

/// Where a picture's pixels lie: north-up pixels of equal sides in a projected CRS.
struct Georeference {
    std::string crs;           ///< anything PROJ reads
    double left = 0, top = 0;  ///< of the picture's upper left corner, metres of the projected plane
    double metres_per_px = 1;
};

/// The CRS in well-known text as .prj files have it (ESRI's WKT 1). Error: unknown.
Result<std::string> prj_text(const std::string& crs);

/// How long a unit of the CRS's plane is. Error: unknown.
Result<double> metres_per_unit(const std::string& crs);

/// The six lines of a world file: pixel size, rotation, and the centre of the upper left pixel, in the CRS's own units.
Result<std::string> world_file_text(const Georeference& georeference);

/// Writes world file and .prj beside a picture: "map.png" has "map.pgw" and "map.prj".
Result<void> write_world_file(const Georeference& georeference, const std::string& picture_path);

}  // namespace chronomap
