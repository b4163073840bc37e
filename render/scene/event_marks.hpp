#pragma once

#include <string>
#include <vector>

#include "geo/events/event_set.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// What stands on the map for the shown events of one place: a symbol for a point, a shape for an area or a line.
struct EventMark {
    PlacePtr place;
    std::vector<EventIndex> events;
    std::int64_t count = 0;             ///< sum of Event::count
    EventKind kind = EventKind::other;  ///< the most frequent one; of the selected event where it is among them
    bool uncertain = false;             ///< no event here has a date that is certain
    bool selected = false;
    bool hovered = false;
    double x_px = 0, y_px = 0;  ///< of the place's point, on the screen
    double radius_px = 0;       ///< device pixels
};

/// The marks of a frame. Nothing that is shown is left out but what the projection has no place for.
struct EventMarks {
    std::vector<EventMark> symbols;  ///< points, in drawing order: large ones first, the selected one last
    std::vector<EventMark> shapes;   ///< areas and lines, in drawing order: large boxes first
};

/// Groups events by place and puts them on the screen. Pure.
EventMarks arrange_events(const EventSet& events, const std::vector<EventIndex>& shown, const View& view,
                          const Style& style, const std::string& selected_event, const std::string& hovered_event);

/// True for a date that is qualified ("1993~", "1993?") or was not told with the event itself.
bool is_uncertain(const Event& event);

}  // namespace chronomap
