#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "render/scene/event_marks.hpp"

namespace chronomap {

struct CellCounts;  // mark_cells.cpp

/// Squares of the plane, a symbol wide, that the places in and around a view lie in. Worked out once for a scale and a
/// region; what a frame of other dates asks for are numbers in columns.
struct MarkCells {
    static constexpr std::uint32_t none = UINT32_MAX;
    /// West, south, east and north on the plane.
    struct Region {
        double west = 0, south = 0, east = 0, north = 0;
        friend bool operator==(const Region&, const Region&) = default;
    };

    /// True when the squares can be asked for the marks of `view`.
    bool serve(const View& view) const;

    Region region;
    double scale = 0;                     ///< cluster_scale() of the view
    std::uint32_t count = 0;              ///< of squares that hold places; areas and lines have one each
    std::vector<std::uint32_t> of_place;  ///< or `none`: outside the region
    std::vector<std::uint32_t> of_event;
    std::shared_ptr<const CellCounts> counts;  ///< of the shown events; to be dropped when others are shown
};

/// Marks as arrange_events makes them, symbols not yet on the screen, for any number of events: about four passes over
/// their columns. Those outside of cell_region are but counted (EventMarks::beyond). `cells` is brought up to date.
EventMarks marks_by_cell(const EventSet& events, const PlacedEvents& placed, const std::vector<EventIndex>& shown,
                         const View& view, const Style& style, const PickedEvents& picked, MarkCells& cells);

}  // namespace chronomap
