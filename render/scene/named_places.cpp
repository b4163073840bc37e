#include "render/scene/named_places.hpp"

#include <algorithm>
#include <cmath>

#include "render/scene/label_names.hpp"

namespace chronomap {

void NamedPlaces::add(const Place& place, double x, double y) {
    ids_.insert(place.id);
    add(place.name, x, y);
    for (const PlaceName& name : place.names) add(name.text, x, y);
}

void NamedPlaces::add(std::string_view name, double x, double y) {
    names_.push_back({folded_name(name), x, y});
}

bool NamedPlaces::has_name(std::string_view name) const {
    const std::string key = folded_name(name);
    return !key.empty() && std::ranges::any_of(names_, [&](const Named& other) { return other.folded == key; });
}

bool NamedPlaces::has_name_near(std::string_view name, double x, double y) const {
    const std::string key = folded_name(name);
    return !key.empty() && std::ranges::any_of(names_, [&](const Named& other) {
        return other.folded == key && std::hypot(other.x - x, other.y - y) < near_px_;
    });
}

}  // namespace chronomap
