#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/story/story.hpp"
#include "geo/events/corrections.hpp"
#include "geo/time/time_span.hpp"

namespace chronomap {

/// A date at which the story stops because the user says so.
struct OwnStop {
    TimeSpan span;
    std::string name;  ///< empty: the date itself
    std::string note;
    friend bool operator==(const OwnStop&, const OwnStop&) = default;
};

/// All that the user made of the material, as one value: undo and redo step between such values, a project file holds
/// the last. What a view shows (date, camera, panels) is no edit.
struct Edits {
    std::optional<std::vector<OwnStop>> stops;  ///< in order of time; nothing: those found from the data
    Story story;
    EventCorrections corrections;  ///< beside what was extracted, never over it
    friend bool operator==(const Edits&, const Edits&) = default;
};

}  // namespace chronomap
