#pragma once

#include <string>
#include <utility>
#include <vector>

namespace chronomap {

/// How a language inflects names of places: pairs of an ending and what stands in its stead in the form that
/// gazetteers have ("ում" for nothing, "е" for "а"), folded as names are (name_key), the longest endings first.
using NameEndings = std::vector<std::pair<std::string, std::string>>;

}  // namespace chronomap
