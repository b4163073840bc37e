#pragma once

#include <string>
#include <vector>

#include "render/mesh/label_placement.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"
#include "render/text/text_item.hpp"
#include "render/vector/canvas.hpp"

namespace chronomap {

/// A line of an index: its texts, and what leads to the page when it is clicked.
struct IndexEntry {
    std::size_t map = 0;  ///< which of the titles, from 0
    std::vector<TextItem> texts;
    Path leader;  ///< from title to number; may be empty
    Stroke leader_stroke;
    PixelBox box;
};

/// One page of an index.
struct IndexPage {
    std::vector<TextItem> heading;
    std::vector<IndexEntry> entries;
};

/// Lays an index out on as many pages of the view's size as it needs, in columns; at least one page. A title that is
/// too long for its column ends in "…". The maps' page numbers go on after the index's.
std::vector<IndexPage> lay_out_index(const std::string& title, const std::string& subtitle,
                                     const std::vector<std::string>& titles, const View& view, const Style& style,
                                     FontSet& fonts);

}  // namespace chronomap
