#pragma once

#include "render/furniture/story_sheet.hpp"
#include "render/text/flowing_text.hpp"

namespace chronomap {

/// The words of a step set into a column at one size of type.
struct StoryText {
    FurnitureLayout layout;
    float bottom = 0;   ///< of the last line
    bool whole = true;  ///< all had room; what had none is left out
};

/// `size_px`: of the text; titles are larger, sources smaller.
StoryText set_story_text(const StoryPage& page, const PixelBox& column, float size_px, const StoryPaper& paper);
/// The same at the largest size of [least_px, most_px] at which all has room, or at the least.
StoryText fit_story_text(const StoryPage& page, const PixelBox& column, float least_px, float most_px,
                         const StoryPaper& paper);

}  // namespace chronomap
