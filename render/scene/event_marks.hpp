#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/events/event_set.hpp"
#include "geo/events/user_mark.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/placed_events.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

struct MarkCells;  // render/scene/mark_cells.hpp

/// How many of a mark's events are of one kind.
struct KindShare {
    EventKind kind = EventKind::other;
    std::size_t events = 0;
    friend bool operator==(const KindShare&, const KindShare&) = default;
};

/// What a mark is beside the events that it stands for.
enum class MarkRole : std::uint8_t {
    whole,  ///< all events of its place, or of several places close together
    hub,    ///< a place whose events are fanned out around it; has those that found no room in the fan
    fanned  ///< one event of a fan
};

/// What stands on the map for the shown events of a place, or of several places too close together to be told apart at
/// this scale: a symbol for points, a shape for an area or a line.
struct EventMark {
    static constexpr EventIndex no_event = UINT32_MAX;

    PlacePtr place;  ///< of several places the one with the most events; the mark stands there
    std::vector<EventIndex> events;
    std::size_t places = 1;             ///< how many it stands for
    std::vector<KindShare> kinds;       ///< of its events, the most frequent kind first, "other" last
    EventIndex first = no_event;        ///< the first of its events that is told of `place` itself
    std::int64_t count = 0;             ///< sum of Event::count
    EventKind kind = EventKind::other;  ///< the most frequent one; of the selected event where it is among them
    MarkRole role = MarkRole::whole;
    bool uncertain = false;       ///< no event here has a date that is certain
    bool some_uncertain = false;  ///< one has none
    bool not_fact = false;        ///< no event here is told as a fact: they are planned, possible or denied
    bool some_not_fact = false;   ///< one is not
    Verdict verdict = Verdict::none;  ///< of the user; see joint_verdict()
    bool selected = false;
    bool hovered = false;
    bool highlighted = false;   ///< one of its events is told of,
    bool quiet = false;         ///< or only others are
    bool dimmed = false;        ///< under a fan
    float faded = 0;            ///< by age, from 0 to 1 (see fade_marks)
    PlanePoint at;              ///< the place's point on the projected plane
    double x_px = 0, y_px = 0;  ///< and on the screen
    double radius_px = 0;       ///< device pixels
    double reach_px = 0;        ///< radius of all that is drawn for it, a fan included

    /// True for a mark that says by a number how many events it stands for.
    bool is_counted() const { return events.size() > 1; }
    /// True for a symbol that shows the shares of several kinds.
    bool is_mixed() const { return kinds.size() > 1; }
};

/// A thin line from a place to an event that was fanned out.
struct FanLeader {
    PixelPoint from, to;
};

/// The marks of a frame. Nothing that is shown is left out but what the projection has no place for.
struct EventMarks {
    std::vector<EventMark> symbols;  ///< points, in drawing order: large ones first, the selected one last
    std::vector<EventMark> shapes;   ///< areas and lines, in drawing order: large boxes first
    std::vector<FanLeader> leaders;  ///< below the symbols
    /// `kinds`, `some_uncertain` and `some_not_fact` of what is so far outside the view that it has no marks.
    EventMark beyond;
};

/// Events that stand out, by their ids; empty: none.
struct PickedEvents {
    std::string selected, hovered;
    std::string fanned;                    ///< the mark that has this event is fanned out
    std::vector<std::string> highlighted;  ///< where one of these is shown, marks without any are quieter
    friend bool operator==(const PickedEvents&, const PickedEvents&) = default;
};

/// More shown events than this are first taken together by small squares of the plane, and only those in and around the
/// view: what a frame costs does not grow with the number of places. Which way is taken depends on the number alone.
inline constexpr std::size_t most_arranged_by_place = 5000;

/// Groups events by place, merges symbols that would cover each other (see merge_marks), and puts all on the screen.
/// `placed` is place_events(events, view.crs). `cells`, if any, is kept between frames of one `placed`. Pure.
EventMarks arrange_events(const EventSet& events, const PlacedEvents& placed, const std::vector<EventIndex>& shown,
                          const View& view, const Style& style, const PickedEvents& picked = {},
                          MarkCells* cells = nullptr);
/// The same where there is but one frame to arrange.
EventMarks arrange_events(const EventSet& events, const std::vector<EventIndex>& shown, const View& view,
                          const Style& style, const PickedEvents& picked = {});

/// Puts marks where `view` has them. Not for marks with a fan.
void move_marks(EventMarks& marks, const View& view);

/// The article's own spelling of a mark's place, from its first event there; empty: no event is there.
std::string_view surface_of(const EventMark& mark, const EventSet& events);

}  // namespace chronomap
