#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "render/text/font_set.hpp"

namespace chronomap {

/// Full paths of the fonts of a role, first choice first. Error: not even the first is there.
Result<std::vector<std::string>> font_files(FontRole role);

}  // namespace chronomap
