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

Result<void> compare(AppState& state, Arguments arguments) {
    for (const std::string& id : arguments)
        if (!article_of(state, id)) return fail("no article \"" + id + "\" is open");
    state.comparing.articles.assign(arguments.begin(), arguments.end());
    state.panels.dialog = Dialog::compare;
    return {};
}

Result<void> choose_rows(AppState& state, Arguments arguments) {
    const auto rows = compared_rows_from(arguments[0]);
    if (!rows) return fail("it must be all, shared, one or disagree, not \"" + arguments[0] + "\"");
    state.comparing.rows = *rows;
    return {};
}

}  // namespace

void add_report_commands(CommandRegistry& registry) {
    registry.add({"reports.group", "on|off",
                  "show what several articles tell of one event as one event, or each by itself", 1, 1, group});
    registry.add({"report.next", "", "select what the next article tells of the selected event", 0, 0, next_report});
    registry.add(
        {"compare.show", "[ID…]", "put what articles tell beside each other; all of them, or these", 0, 64, compare});
    registry.add({"compare.rows", "all|shared|one|disagree",
                  "which events the comparison lists: all, those of several articles or of one, or told differently", 1,
                  1, choose_rows});
}

}  // namespace chronomap
