#pragma once

#include <string>
#include <vector>

#include "geo/events/article_comparison.hpp"

namespace chronomap {

/// Which articles are compared, and which of their events are looked at.
struct Comparing {
    std::vector<std::string> articles;  ///< ids; empty: all that have a text
    ComparedRows rows = ComparedRows::all;
};

}  // namespace chronomap
