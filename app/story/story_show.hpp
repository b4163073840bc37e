#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace chronomap {

/// How a story is told at the moment: which step the map shows, and whether it has the screen for itself.
struct StoryShow {
    bool presenting = false;
    std::size_t step = 0;                  ///< the one gone to last; new ones are added after it
    std::vector<std::string> highlighted;  ///< ids of the events that stand out on the map
    bool black = false;                    ///< the screen is dark, so that all look at the teacher
    bool notes = false;                    ///< the line of notes is shown
};

}  // namespace chronomap
