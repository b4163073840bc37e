#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/io/georeference.hpp"
#include "geo/layers/map_layer.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {

/// What a raster says of itself.
struct RasterDescription {
    LayerRaster raster;    ///< its span is `date`'s, open at its end
    EdtfDate date;         ///< when the picture was taken or drawn, by its metadata; empty: it does not say
    std::string date_tag;  ///< the metadata item that says so
    std::string credit;    ///< its copyright or attribution; empty: it does not say
};

/// True when GDAL knows the file as a raster, or as one that may hold some and does.
bool holds_rasters(const std::string& path);

/// By its ending, without opening it: a file that is a picture of the ground rather than text or a table; for .xml, by
/// its first bytes, those of a GDAL description of a map server.
bool is_raster_path(const std::string& path);

/// The rasters in any file that GDAL opens: one, or several tables of a GeoPackage. Values that are no colours get the
/// range that holds all but their 2 % lowest and highest, of a sample. Error: no raster, one that does not say where it
/// lies, bytes missing.
Result<std::vector<RasterDescription>> describe_rasters(const std::string& path);

/// Red, green, blue and alpha (straight) on the pixels of a map, row by row from the top left.
struct ColourGrid {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// The raster's colours warped to the pixels of a map: `width` x `height` of them from the corner that `pixels` names.
/// Palettes and stretched values become colours; clear outside the file, off the globe, and where it has no data. Drawn
/// in strips: memory beside the result does not grow with the file or the map. Opens the file for itself, so any thread
/// may call. Error: as describe_rasters; the network; a CRS that is unknown; `cancelled`.
Result<ColourGrid> read_raster(const LayerRaster& raster, const Georeference& pixels, int width, int height,
                               const std::stop_token& stop = {});

}  // namespace chronomap
