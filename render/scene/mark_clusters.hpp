#pragma once

#include <array>
#include <string>
#include <vector>

#include "render/scene/event_marks.hpp"

namespace chronomap {

/// Number of events of each kind.
using KindCounts = std::array<std::size_t, event_kind_count>;
/// The most frequent first, "other" after all that say something.
std::vector<KindShare> shares_of(const KindCounts& counts);

/// What merging asks of a mark, or of what was merged.
struct MergedMark {
    PlanePoint at;
    const Place* place = nullptr;  ///< with most events
    std::size_t events = 0;
    std::int64_t count = 0;
    std::uint32_t kinds = 0;  ///< a bit for each kind
    EventKind kind = EventKind::other;
    bool selected = false;
    std::vector<std::uint32_t> members;  ///< numbers of the marks that it stands for, the one at its place first
};

/// Radius in nominal pixels of a mark's symbol: by its count, and large enough for the number of its events.
float symbol_radius(const EventMark& mark, const Style& style);

/// True when marks are merged alike, and as large, in both styles.
bool merge_alike(const Style& a, const Style& b);

/// How a number of events is written on a symbol: "7", "9999", "12k", "3M".
std::string count_words(std::size_t events);

/// Metres on the plane for a nominal pixel, in steps of half a zoom level: marks merge by this scale.
double cluster_scale(const View& view);

/// Merges marks whose symbols would cover each other by more than `Style::cluster_overlap` allows: the one with more
/// events takes in what is near, grows, and takes in what it then covers. Sums are kept: no event is lost or told
/// twice. What is merged depends on the marks and on `scale`, not on where the view is: panning changes nothing, zooming
/// in splits.
void merge(std::vector<MergedMark>& marks, double scale, const Style& style);
/// The same for whole marks.
void merge_marks(std::vector<EventMark>& marks, const View& view, const Style& style);

}  // namespace chronomap
