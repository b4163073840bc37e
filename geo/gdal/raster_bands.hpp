#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/gdal/gdal_handles.hpp"
#include "geo/gdal/gdal_warp.hpp"
#include "geo/io/georeference.hpp"
#include "geo/layers/map_layer.hpp"

namespace chronomap {

// How a raster's bands become colours; for the sources of geo/gdal only. All need QuietErrors.

/// The ranges of values that become 0 … 255, as QGIS does: all but the 2 % lowest and highest of a sample, of grey or
/// of red, green and blue. Empty when the bands are colours already: a palette, or three bands of bytes.
Result<std::vector<LayerRaster::Range>> stretch_of(GDALDatasetH dataset, const std::string& path);

/// A raster whose bands are in the order in which they are read: grey, or red, green, blue, each perhaps with alpha.
struct PreparedBands {
    // Each reads from those above it and is closed before them.
    DatasetHandle file;      ///< as it is
    DatasetHandle placed;    ///< with a coordinate system; null: it has its own
    DatasetHandle picked;    ///< with the wanted bands only; null: they are
    DatasetHandle coloured;  ///< without its palette; null: it has none
    DatasetHandle small;     ///< in averages; null: it is not that fine
    PixelRatio ratio;
    std::size_t colours = 3;  ///< 1 for grey
    std::vector<LayerRaster::Range> stretch;
    /// The last of them.
    GDALDatasetH dataset() const {
        for (const DatasetHandle* each : {&small, &coloured, &picked, &placed})
            if (*each) return each->get();
        return file.get();
    }
};
/// For `width` x `height` pixels of a map; all of them or strips can be warped from it.
Result<PreparedBands> prepared_bands(DatasetHandle source, const LayerRaster& raster, const std::string& path,
                                     const Georeference& pixels, int width, int height);

/// Writes `width` x `height` pixels of red, green, blue, alpha to `rgba`.
Result<void> warp_colours(const PreparedBands& bands, const std::string& path, const Georeference& pixels, int width,
                          int height, std::uint8_t* rgba, const std::stop_token& stop);

}  // namespace chronomap
