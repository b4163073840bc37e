#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/time/time_span.hpp"

namespace chronomap {

/// Longitude and latitude in degrees, WGS 84 (EPSG:4326), longitude first.
struct LonLat {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// West, south, east, north in degrees; west > east when the box crosses the antimeridian.
struct GeoBox {
    double west = 0, south = 0, east = 0, north = 0;
    friend bool operator==(const GeoBox&, const GeoBox&) = default;
};

/// What a place is on the ground. A region is never drawn as a point.
enum class ExtentClass : std::uint8_t { point, line, area };

/// GeoNames feature class letters. https://www.geonames.org/export/codes.html
enum class FeatureClass : char {
    administrative = 'A',
    hydrographic = 'H',
    region = 'L',
    populated = 'P',
    road = 'R',
    spot = 'S',
    terrain = 'T',
    undersea = 'U',
    vegetation = 'V',
};

/// A name of a place with its language and the time in which it was used.
struct PlaceName {
    std::string text;
    std::string language;      ///< BCP 47 ("en", "az", "hy", "ru", "az-Cyrl"), empty when not known
    TimeSpan when = all_time;  ///< while it was in (official) use
    bool official = false;     ///< official in `when`
    bool abbreviation = false;
};

/// A place of a gazetteer, by value. Lines and areas may carry `parts`, their geometry in degrees.
struct Place {
    std::string id;        ///< "geonames:148619", "chronomap:lachin-corridor"
    std::string name;      ///< preferred English name
    bool unnamed = false;  ///< `name` says its coordinates: no source names it
    std::vector<PlaceName> names;
    LonLat location;  ///< a representative point, for labels and distances
    std::optional<GeoBox> box;
    ExtentClass extent = ExtentClass::point;
    FeatureClass feature = FeatureClass::populated;
    std::string feature_code;          ///< "PPLC", "ADM1", "RGN", "PCLH" (historical state)
    std::string country;               ///< ISO 3166 alpha-2, empty where there is none
    std::string admin1;                ///< GeoNames admin1 code or name
    std::vector<std::string> parents;  ///< ids, nearest first
    std::int64_t population = 0;
    TimeSpan when = all_time;  ///< while the place existed (former states)
    std::vector<std::string> sources;
    std::vector<std::vector<LonLat>> parts;  ///< rings of an area (outer and holes, even-odd), or the lines of a line
};

using PlacePtr = std::shared_ptr<const Place>;

/// Which name a label shows. It changes labels only, never events or coordinates.
enum class NamingPolicy : std::uint8_t { source, en, az, hy, ru, official_at_date, dual };

/// The name of `place` under `policy`. `surface` is the article's own spelling (for `source`; may be empty),
/// `at` the shown day or span (for `official_at_date`). Falls back to place.name. "Khankendi / Stepanakert" for dual.
std::string display_name(const Place& place, NamingPolicy policy, std::string_view surface = {},
                         TimeSpan at = all_time);
std::optional<NamingPolicy> naming_policy_from(std::string_view text);
std::string_view name_of(NamingPolicy policy);

}  // namespace chronomap
