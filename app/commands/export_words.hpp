#pragma once

#include <span>
#include <string>

#include "app/state/requests.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// What export.snapshot is to write: a path, then in any order "1920x1080" or "A4", "300dpi", "each=year", "from=1990",
/// "to=2000", "fps=4", "compare=1993,2020", "quality=90", "story", "world-file", "no-paths". Error: a word that is none of
/// these, or what check_export says.
Result<WindowExport> export_from_words(std::span<const std::string> words);

}  // namespace chronomap
