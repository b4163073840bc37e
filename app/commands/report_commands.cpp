#include <algorithm>

#include "app/commands/command.hpp"
#include "app/state/selecting.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> group(AppState& state, Arguments arguments) {
    if (arguments[0] != "on" && arguments[0] != "off")
        return fail("it must be on or off, not \"" + arguments[0] + "\"");
    state.store.set_grouping(arguments[0] == "on" ? Grouping::on : Grouping::off);
    events_changed(state);
    return {};
}

Result<void> next_report(AppState& state, Arguments) {
    const EventSetPtr events = state.store.current();
    const EventIndex selected =
        state.selected_event.empty() ? EventIndex(events->events.size()) : events->index_of(state.selected_event);
    if (selected >= events->events.size()) return fail("select an event first");
    const std::vector<EventIndex> all = events->reports.with(selected);
    if (all.size() < 2) return fail("no other article tells of this event");
    const auto now = std::ranges::find(all, selected);
    select_event(state, now + 1 == all.end() ? all.front() : *(now + 1));
    return {};
}

}  // namespace

void add_report_commands(CommandRegistry& registry) {
    registry.add({"reports.group", "on|off",
                  "show what several articles tell of one event as one event, or each by itself", 1, 1, group});
    registry.add({"report.next", "", "select what the next article tells of the selected event", 0, 0, next_report});
}

}  // namespace chronomap
