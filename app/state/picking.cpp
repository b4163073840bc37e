#include "app/state/picking.hpp"

#include <algorithm>

#include "app/state/correcting.hpp"

namespace chronomap {

namespace {

Result<void> check_is_there(const AppState& state, const std::string& id) {
    if (state.store.current()->find(id) == nullptr) return fail("there is no event \"" + id + "\"");
    return {};
}

tl::unexpected<Error> too_many() {
    return fail("no more than " + std::to_string(most_picked) + " rows can be picked at once", {}, 0,
                "filter the events first");
}

/// The row that stands for the selected event; empty: none is selected.
std::string selected_row(const AppState& state) {
    return shown_for(state, state.selected_event);
}

}  // namespace

Result<void> pick_rows(AppState& state, const std::vector<std::string>& ids) {
    std::vector<std::string> picked;
    for (const std::string& id : ids) {
        if (const auto there = check_is_there(state, id); !there) return there;
        if (std::ranges::find(picked, id) == picked.end()) picked.push_back(id);
    }
    if (picked.size() > most_picked) return too_many();
    state.table.picked = std::move(picked);
    state.table.pick_anchor = state.table.picked.empty() ? std::string() : state.table.picked.back();
    return {};
}

Result<void> toggle_pick(AppState& state, const std::string& id) {
    if (const auto there = check_is_there(state, id); !there) return there;
    std::vector<std::string> picked = state.table.picked;
    if (const std::string selected = selected_row(state); picked.empty() && !selected.empty() && selected != id)
        picked.push_back(selected);
    if (std::erase(picked, id) == 0) picked.push_back(id);
    if (picked.size() > most_picked) return too_many();
    state.table.picked = std::move(picked);
    state.table.pick_anchor = id;
    return {};
}

Result<void> pick_to(AppState& state, const std::string& id) {
    if (const auto there = check_is_there(state, id); !there) return there;
    const EventSetPtr events = state.store.current();
    const std::string anchor = state.table.pick_anchor.empty() ? selected_row(state) : state.table.pick_anchor;
    const EventIndex from = events->index_of(anchor), to = events->index_of(id);
    if (from >= events->events.size()) return pick_rows(state, {id});
    sort_table(state, SortWhen::at_once);
    const TableOrder& order = *state.table.sorted;
    const auto first = static_cast<std::ptrdiff_t>(order.rank_of(from)),
               last = static_cast<std::ptrdiff_t>(order.rank_of(to));
    std::vector<std::string> picked;
    for (std::ptrdiff_t place = first, way = first <= last ? 1 : -1; place != last + way; place += way) {
        const EventIndex event = order.at(static_cast<std::size_t>(place));
        if (!is_table_row(state, *events, event)) continue;
        if (picked.size() == most_picked) return too_many();
        picked.push_back(events->events[event].id);
    }
    state.table.picked = std::move(picked);
    state.table.pick_anchor = anchor;
    return {};
}

void drop_picks(AppState& state) {
    state.table.picked.clear();
    state.table.pick_anchor.clear();
}

void prune_picks(AppState& state) {
    const EventSetPtr events = state.store.current();
    const auto is_gone = [&](const std::string& id) { return events->index_of(id) >= events->events.size(); };
    std::erase_if(state.table.picked, is_gone);
    if (!state.table.pick_anchor.empty() && is_gone(state.table.pick_anchor)) state.table.pick_anchor.clear();
}

Result<std::vector<const Event*>> events_named(const AppState& state, const std::string& id) {
    std::vector<const Event*> events;
    if (id != "picked") {
        const auto event = event_named(state, id);
        if (!event) return tl::unexpected(event.error());
        events.push_back(*event);
        return events;
    }
    for (const std::string& each : state.table.picked)
        if (const Event* event = state.store.current()->find(each)) events.push_back(event);
    if (events.empty()) return fail("no rows of the table are picked", {}, 0, "click rows with Ctrl or Shift held");
    return events;
}

}  // namespace chronomap
