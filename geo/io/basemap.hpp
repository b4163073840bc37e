#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

enum class BasemapLayer : std::uint8_t {
    land,
    lakes,
    rivers,
    country_lines,
    province_lines,
    disputed_lines,
    country_areas,
    places,
    provinces,  ///< where names of provinces fit; one part of five points: the middle, then how far the province
                ///< reaches from it to the west, east, south and north. At level 0 only.
    count_
};

/// Longitude and latitude in degrees as stored in the pack (float32: better than 2 m).
struct PackedPoint {
    float lon;
    float lat;
};

/// One feature of the pack. Its points lie in Basemap::points(); parts are rings (areas: outer and holes, even-odd) or
/// lines; a place has one part of one point. Names index Basemap::text().
struct BasemapFeature {
    float west, south, east, north;  ///< box in degrees
    std::uint32_t first_part, part_count;
    std::uint32_t name;      ///< English name or kind of line; 0: none
    std::uint32_t country;   ///< ISO alpha-2; 0: none
    std::uint32_t place_id;  ///< gazetteer id of a place ("geonames:…"), for names in other languages; 0: none
    std::int32_t population;
    std::uint8_t rank;           ///< 0 most important … 10 (Natural Earth's scalerank)
    std::uint8_t kind;           ///< places: 0 town, 1 province capital, 2 country capital; lines: 0 plain, 1 disputed
    std::uint16_t min_zoom_x10;  ///< below this web-zoom times ten the feature is not worth drawing
};

/// The basemap pack, mapped into memory; built by tools/ at build time from Natural Earth. Immutable.
/// Each layer is stored at several levels of detail: level 0 is the full data, each next one simplified to twice the
/// tolerance (Basemap::tolerance_degrees).
class Basemap {
  public:
    static Result<std::shared_ptr<const Basemap>> open(const std::string& path);
    ~Basemap();

    int levels() const;
    /// Largest distance in degrees between the level's lines and the full data; 0 for level 0.
    double tolerance_degrees(int level) const;
    std::span<const BasemapFeature> features(BasemapLayer layer, int level) const;
    std::span<const PackedPoint> part(const BasemapFeature& feature, std::size_t i) const;
    std::string_view text(std::uint32_t offset) const;
    /// "Natural Earth 4.1, public domain, from …": one line a source, for the map's sources line and About.
    std::vector<std::string> sources() const;

  private:
    struct Impl;
    explicit Basemap(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
