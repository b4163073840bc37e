#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/places/place.hpp"
#include "geo/time/timeline.hpp"

namespace CLI {
class App;
}

namespace chronomap {

/// "W,S,E,N" in degrees; W > E crosses the antimeridian. Nothing for anything else or a box without area.
std::optional<GeoBox> box_from(const std::string& text);
/// "instant", "window", "until", "since".
std::optional<TimeMode> time_mode_from(const std::string& text);

/// --gazetteer FILE, which may be given again, into `paths`.
void add_gazetteer_option(CLI::App& command, std::vector<std::string>& paths);

}  // namespace chronomap
