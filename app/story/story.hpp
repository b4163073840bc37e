#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "geo/places/place.hpp"
#include "geo/time/timeline.hpp"

namespace chronomap {

/// The part of the map that a step shows, whatever size the window has: this point in the middle, and at least so much
/// of the projected plane around it.
struct StoryView {
    std::string crs;  ///< as View::crs; empty: the map's own
    LonLat centre;
    double width_m = 0, height_m = 0;  ///< both above 0
    friend bool operator==(const StoryView&, const StoryView&) = default;
};

/// One step of a story: what the map shows, and what is told beside it.
struct StoryStep {
    std::string title;
    std::string text;   ///< Markdown
    std::string notes;  ///< for the one who presents
    TimeSelection time;
    std::optional<StoryView> view;         ///< nothing: where the highlighted events are, or all that are shown
    std::vector<std::string> highlighted;  ///< ids of events; the others are quieter. Empty: all are alike
    std::optional<NamingPolicy> naming;    ///< nothing: as the map has it
    friend bool operator==(const StoryStep&, const StoryStep&) = default;
};

/// An ordered list of steps to be told one after the other.
struct Story {
    std::string title;
    std::vector<StoryStep> steps;
    bool empty() const { return steps.empty() && title.empty(); }
    friend bool operator==(const Story&, const Story&) = default;
};

}  // namespace chronomap
