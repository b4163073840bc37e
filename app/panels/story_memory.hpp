#pragma once

#include <string>

#include "app/story/story.hpp"

namespace chronomap {

/// What the story panel remembers: words that are being typed, and a step that is being dragged.
struct StoryMemory {
    std::string name, title, text, notes;
    bool typing = false;   ///< one of the fields has the keys: it is not to be filled anew
    std::size_t step = 0;  ///< whose words the fields hold
    int dragged = -1;      ///< row; -1: none
    float pressed_y = 0;
};

}  // namespace chronomap
