#pragma once

#include <string>
#include <vector>

#include "geo/places/gazetteer.hpp"

namespace chronomap {

/// Where the data that the program shows come from, one line each with the licence: basemap, gazetteers.
/// What is not there (no pack built) is left out. For `--version --verbose` and the About box.
std::vector<std::string> data_sources(const Gazetteer& gazetteer);

/// The libraries that the program is linked with, one line each with the licence.
const std::vector<std::string>& library_licences();

}  // namespace chronomap
