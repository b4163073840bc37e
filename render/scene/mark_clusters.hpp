#pragma once

#include <string>
#include <vector>

#include "render/scene/event_marks.hpp"

namespace chronomap {

/// A mark and where its place is on the projected plane.
struct PlacedMark {
    EventMark mark;
    PlanePoint at;
};

/// Radius in nominal pixels of a mark's symbol: by its count, and large enough for the number of its events.
float symbol_radius(const EventMark& mark, const Style& style);

/// How a number of events is written on a symbol: "7", "9999", "12k", "3M".
std::string count_words(std::size_t events);

/// Merges marks whose symbols would cover each other by more than `Style::cluster_overlap` allows: the one with more
/// events takes in what is near, grows, and takes in what it then covers. Sums are kept: no event is lost or told
/// twice. What is merged depends on the marks and on the scale in steps of half a zoom level, not on where the view is:
/// panning changes nothing, zooming in splits.
void merge_marks(std::vector<PlacedMark>& marks, const View& view, const Style& style);

}  // namespace chronomap
