#pragma once

#include <string>
#include <vector>

#include "geo/events/article_comparison.hpp"

namespace chronomap {

/// What the dialog that compares articles keeps from frame to frame.
struct CompareMemory {
    EventSetPtr of;                     ///< what was compared; null: nothing
    std::vector<std::string> articles;  ///< the choice that it was compared for
    ArticleComparison comparison;
    ComparedRows which = ComparedRows::all;
    std::vector<std::size_t> rows;
    float column_width = 0, text_px = 0;  ///< that the heights below are for
    std::vector<float> tops;              ///< upper edges of the rows, and the lower edge of the last
};

}  // namespace chronomap
