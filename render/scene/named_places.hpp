#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "geo/places/place.hpp"

namespace chronomap {

/// What bears a name on a map already, so that no place is named twice. Device pixels.
class NamedPlaces {
  public:
    /// `near_px`: names at most so far apart are those of one place.
    explicit NamedPlaces(double near_px) : near_px_(near_px) {}

    void add(const Place& place, double x, double y);
    void add(std::string_view name, double x, double y);
    bool has_id(std::string_view id) const { return !id.empty() && ids_.contains(std::string(id)); }
    /// Anywhere on the map.
    bool has_name(std::string_view name) const;
    bool has_name_near(std::string_view name, double x, double y) const;

  private:
    struct Named {
        std::string folded;
        double x, y;
    };
    double near_px_;
    std::unordered_set<std::string> ids_;
    std::vector<Named> names_;
};

}  // namespace chronomap
