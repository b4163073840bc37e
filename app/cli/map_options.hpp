#pragma once

#include <optional>
#include <string>

#include "geo/places/place.hpp"
#include "geo/time/timeline.hpp"

namespace chronomap {

/// "W,S,E,N" in degrees; W > E crosses the antimeridian. Nothing for anything else or a box without area.
std::optional<GeoBox> box_from(const std::string& text);
/// "instant", "window", "until", "since".
std::optional<TimeMode> time_mode_from(const std::string& text);

}  // namespace chronomap
