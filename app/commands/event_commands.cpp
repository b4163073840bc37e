#include "app/commands/command.hpp"
#include "app/state/map_marks.hpp"
#include "app/state/selecting.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

/// Runs `act` on the event of that id.
template <class Act>
Result<void> with_event(AppState& state, const std::string& id, const Act& act) {
    const EventSetPtr events = state.store.current();
    const EventIndex index = events->index_of(id);
    if (index >= events->events.size()) return fail("there is no event \"" + id + "\"");
    return act(state, index);
}

Result<void> select(AppState& state, Arguments arguments) {
    const std::string& what = arguments[0];
    if (what == "none") {
        clear_selection(state);
        return {};
    }
    if (what == "next" || what == "previous") {
        if (!select_neighbour(state, what == "next" ? +1 : -1)) return fail("there is no event to select");
        return {};
    }
    if (!select_id(state, what)) return fail("there is no event \"" + what + "\"");
    return {};
}

Result<void> hover(AppState& state, Arguments arguments) {
    state.hovered_event = arguments[0] == "none" ? std::string{} : arguments[0];
    return {};
}

Result<void> open(AppState& state, Arguments arguments) {
    return with_event(state, arguments[0], open_mark);
}

Result<void> fan(AppState& state, Arguments arguments) {
    if (arguments[0] != "none") return with_event(state, arguments[0], fan_out_mark);
    fold_marks(state);
    return {};
}

}  // namespace

void add_event_commands(CommandRegistry& registry) {
    registry.add({"event.select", "ID|next|previous|none", "select an event on the map, in the list and in the text", 1,
                  1, select});
    registry.add({"event.hover", "ID|none", "mark an event without selecting it", 1, 1, hover});
    registry.add({"map.open", "ID",
                  "what a click on an event's symbol does: split several places by zooming in, fan out, or select", 1,
                  1, open});
    registry.add(
        {"map.fan", "ID|none", "fan out the symbol that stands for an event and others at its place", 1, 1, fan});
}

}  // namespace chronomap
