#pragma once

#include <nlohmann/json_fwd.hpp>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// A place whole, with its names, its time and its geometry, for files of our own.
nlohmann::ordered_json whole_place_json(const Place& place);

/// Error: what is missing or makes no sense.
Result<PlacePtr> place_from_json(const nlohmann::ordered_json& json);

}  // namespace chronomap
