#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "geo/base/result.hpp"
#include "geo/io/georeference.hpp"

namespace chronomap {

/// A picture with its place in the world as a GeoTIFF, written as its rows come (deflated; BigTIFF when it must be).
class GeotiffFile {
  public:
    struct Details {
        double dpi = 0;  ///< 0: not said
        std::string title, credits;
        std::string document;  ///< JSON that tells how to make the picture again, metadata item CHRONOMAP_VIEW
    };
    virtual ~GeotiffFile() = default;

    /// Whole rows from the top, RGBA; alpha is not kept. Error: disk full; more rows than the picture has.
    virtual Result<void> add_rows(std::span<const std::uint8_t> rgba) = 0;
    /// Error: disk full; rows are missing.
    virtual Result<void> finish() = 0;
};

/// Error: a CRS that a GeoTIFF cannot hold; no such folder.
Result<std::unique_ptr<GeotiffFile>> create_geotiff(const std::string& path, int width, int height,
                                                    const Georeference& georeference,
                                                    const GeotiffFile::Details& details);

/// The document of a GeoTIFF that create_geotiff() began; empty when it has none. Error: not a picture.
Result<std::string> document_of_geotiff(const std::string& path);

}  // namespace chronomap
