#pragma once

#include <string>
#include <string_view>

namespace chronomap {

/// Full path of a data file of the program ("world.gaz", "basemap.pack", "gazetteer/south_caucasus.lpf.json").
/// Looked for in $CHRONOMAP_ASSETS, then beside the executable (../share/chronomap, ../assets for a build tree).
/// Built packs lie in the same place as the files of assets/. When it is nowhere, the path where it should be.
std::string asset_path(std::string_view name);

/// Full path of a module that is loaded when it is needed ("chronomap_film.so"): in ../lib/chronomap beside an
/// installed program, in the build tree otherwise. When it is nowhere, the path where it should be.
std::string module_path(std::string_view name);

}  // namespace chronomap
