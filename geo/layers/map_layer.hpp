#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/places/place.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {

/// What a feature of a layer says of the ground it covers.
enum class ClaimStatus : std::uint8_t {
    plain,         ///< the source does not say
    administered,  ///< held or governed: filled
    claimed        ///< claimed by somebody: hatched, with a dashed outline
};

/// One state of one area, line or point: where, from when to when, and on whose word.
struct LayerFeature {
    std::string name;
    std::string holder;  ///< who holds or claims it, in the source's words; may be empty
    ClaimStatus status = ClaimStatus::plain;
    ExtentClass extent = ExtentClass::area;
    std::vector<std::vector<LonLat>> parts;  ///< rings of an area (even-odd), or lines, or points of one point each
    EdtfDate begin, end;                     ///< as the source gives them; no date: open
    TimeSpan span = all_time;                ///< [first day of begin, day after the last day of end)
    std::string source;                      ///< empty: the layer's
};

/// A raster that lies on the ground, and when. Immutable once shared.
struct LayerRaster {
    /// Values of a band between which it is stretched to 0 … 255.
    struct Range {
        double low = 0, high = 255;
    };
    std::string dataset;  ///< what GDAL opens: a file, or one of the rasters in it ("GPKG:maps.gpkg:sheet")
    GeoBox box;           ///< that holds it
    TimeSpan span = all_time;
    std::vector<Range> stretch;  ///< of grey or of red, green, blue; empty: the bands are colours as they are
};
using LayerRasterPtr = std::shared_ptr<const LayerRaster>;

/// Features and rasters that come and go with time, from one file or a series of files. Immutable once shared.
struct MapLayer {
    std::string id;      ///< the path it came from
    std::string name;    ///< "frontline_monthly"
    std::string source;  ///< for the map's sources line
    std::vector<LayerFeature> features;
    std::vector<LayerRasterPtr> rasters;  ///< below the features, the lowest first
    double opacity = 1;                   ///< of the rasters
};
using MapLayerPtr = std::shared_ptr<const MapLayer>;

/// The layer with another opacity of its rasters, which stay the same ones.
MapLayerPtr with_opacity(const MapLayer& layer, double opacity);

/// Places of the layer's features that are there at some day of `span`, ascending.
std::vector<std::size_t> features_meeting(const MapLayer& layer, const TimeSpan& span);

/// The box of all features and rasters of all layers, in degrees; nothing without any. Layers across the antimeridian
/// are not known here: their box goes around the other way.
std::optional<GeoBox> box_of_layers(const std::vector<MapLayerPtr>& layers);

/// The words under a feature's name: who holds or claims it and since when, or its years when the span shown does not
/// lie inside it ("held by X since 1994", "claimed by Y, 1991–2020"); empty when nothing of it is known.
std::string tenure_words(const LayerFeature& feature);

/// "administered", "held", "controlled" and their like; "claimed", "claim", "disputed"; anything else is plain.
ClaimStatus claim_status_from(std::string_view word);

}  // namespace chronomap
