#include <algorithm>

#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/editing.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

void set_stops(AppState& state, std::string what, std::vector<OwnStop> stops) {
    std::ranges::stable_sort(stops, {}, [](const OwnStop& stop) { return std::pair(stop.span.begin, stop.span.end); });
    edit(state, std::move(what), [&](Edits& edits) { edits.stops = std::move(stops); });
}

Result<void> add_stop(AppState& state, Arguments arguments) {
    if (state.time.span == all_time || state.time.span.empty()) return fail("choose the date of the stop first");
    std::vector<OwnStop> stops = stops_to_edit(state);
    const auto same = std::ranges::find(stops, state.time.span, &OwnStop::span);
    if (same != stops.end() && arguments.empty()) return fail("there is a stop at this date already");
    if (same != stops.end())
        same->name = joined(arguments);
    else
        stops.push_back({state.time.span, joined(arguments), {}});
    set_stops(state, "add a stop", std::move(stops));
    return {};
}

/// Runs `change` on the stops and the place of the one whose number (from 1) is the first argument.
template <class Change>
auto changing_stop(std::string what, Change change) {
    return [what, change](AppState& state, Arguments arguments) -> Result<void> {
        std::vector<OwnStop> stops = stops_to_edit(state);
        if (stops.empty()) return fail("there are no stops");
        const auto number = integer_from(arguments[0], "the stop", 1, static_cast<int>(stops.size()));
        if (!number) return tl::unexpected(number.error());
        change(stops, stops.begin() + (*number - 1), joined(arguments.subspan(1)));
        set_stops(state, what, std::move(stops));
        return {};
    };
}

}  // namespace

void add_edit_commands(CommandRegistry& registry) {
    using Stops = std::vector<OwnStop>;
    registry.add({"edit.undo", "", "take the last change back", 0, 0, [](AppState& state, Arguments) -> Result<void> {
                      if (!undo(state)) return fail("there is nothing to undo");
                      return {};
                  }});
    registry.add({"edit.redo", "", "make the change again that was taken back", 0, 0,
                  [](AppState& state, Arguments) -> Result<void> {
                      if (!redo(state)) return fail("there is nothing to redo");
                      return {};
                  }});
    registry.add({"stop.add", "[NAME]", "make the date that is shown a stop of the timeline", 0, 64, add_stop});
    registry.add({"stop.remove", "N", "take a stop off the timeline", 1, 1,
                  changing_stop("remove a stop",
                                [](Stops& stops, Stops::iterator stop, const std::string&) { stops.erase(stop); })});
    registry.add({"stop.name", "N [NAME]", "name a stop; without a name its date is written", 1, 64,
                  changing_stop("name a stop",
                                [](Stops&, Stops::iterator stop, const std::string& name) { stop->name = name; })});
    registry.add({"stop.note", "N [TEXT]", "write a note to a stop", 1, 256,
                  changing_stop("write a note",
                                [](Stops&, Stops::iterator stop, const std::string& note) { stop->note = note; })});
    registry.add({"stop.find", "", "have the stops found from the data again", 0, 0,
                  [](AppState& state, Arguments) -> Result<void> {
                      edit(state, "find the stops", [](Edits& edits) { edits.stops.reset(); });
                      return {};
                  }});
}

}  // namespace chronomap
