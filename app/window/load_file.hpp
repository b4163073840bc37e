#pragma once

#include <string>
#include <vector>

#include "app/window/open_job.hpp"

namespace chronomap {

/// Reads articles, datasets and pictures that chronomap wrote, which stand for the files they were made from, with the
/// program's own gazetteers and `user_gazetteers` beside them. The gazetteer is loaded with the first file, on the
/// thread that calls.
LoadFile file_loader(std::vector<std::string> user_gazetteers);

}  // namespace chronomap
