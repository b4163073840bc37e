#pragma once

#include <vector>

#include "render/scene/event_marks.hpp"
#include "render/text/font_set.hpp"
#include "render/text/text_item.hpp"

namespace chronomap {

/// The number of events on each symbol that stands for several; to be drawn above the symbols.
std::vector<TextItem> count_texts(const EventMarks& marks, const View& view, const Style& style, FontSet& fonts);

/// What lies below a fan, so that it is not lost in the map; to be drawn below the labels.
std::vector<PanelItem> fan_grounds(const EventMarks& marks, const View& view, const Style& style);

}  // namespace chronomap
