#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/story/story.hpp"

namespace chronomap {

/// Width and height of a step's picture in the panel, in nominal pixels.
inline constexpr int step_picture_width = 84, step_picture_height = 54;

/// What the story panel remembers: words that are being typed, and a step that is being dragged.
struct StoryMemory {
    std::string name, title, text, notes;
    bool typing = false;   ///< one of the fields has the keys: it is not to be filled anew
    std::size_t step = 0;  ///< whose words the fields hold
    int dragged = -1;      ///< row; -1: none
    float pressed_y = 0;
    int renamed = -1;            ///< row whose title is typed in place; -1: none
    bool renaming_begins = false;
    std::string row_title;
    std::vector<std::uintptr_t> pictures;  ///< of the steps, OpenGL's names, first row the highest; 0: none yet
    bool seen = false;                     ///< the panel was drawn in the last frame
};

}  // namespace chronomap
