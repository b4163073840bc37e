#include "app/panels/event_rows.hpp"

#include <algorithm>
#include <numeric>

#include "app/panels/widgets.hpp"

namespace chronomap {

const std::vector<EventIndex>& event_rows(const Ui& ui, RowsMemory& memory, TableRows which) {
    const EventSetPtr events = ui.state.store.current();
    TableOrderPtr order = ui.state.table.sorted;
    if (!order || order->of != events) {
        if (memory.order && memory.order->of == events)
            order = memory.order;
        else
            order = sort_events(events, {});
    }
    const TimeSelection time = which == TableRows::all ? TimeSelection{} : ui.state.time;
    if (memory.order == order && memory.which == which && memory.time == time) return memory.rows;
    memory.order = order;
    memory.which = which;
    memory.time = time;
    std::vector<EventIndex> rows;
    if (which == TableRows::all) {
        rows.resize(events->events.size());
        std::iota(rows.begin(), rows.end(), EventIndex{0});
        events->reports.keep_one_each(rows);
    } else {
        rows = shown_events(ui.state);
    }
    memory.rows = in_order(*order, std::move(rows));
    return memory.rows;
}

std::optional<std::size_t> row_to_reveal(const Ui& ui, RowsMemory& memory) {
    if (memory.revealed == ui.state.reveal_count) return std::nullopt;
    memory.revealed = ui.state.reveal_count;
    const auto found = std::ranges::find(memory.rows, ui.state.store.current()->index_of(shown_for(ui.state, ui.state.selected_event)));
    if (found == memory.rows.end()) return std::nullopt;
    return static_cast<std::size_t>(found - memory.rows.begin());
}

void draw_no_rows(Ui& ui) {
    const EventSetPtr events = ui.state.store.current();
    const auto say_so = [&](const char* words) { wrapped_text_in(ui.fonts.body, palette().ink_soft, words); };
    if (events->events.empty() && events->filtered_out > 0) {
        say_so("No event passes the filter.");
        if (button(ui, "Clear the filter")) ui.commands.add("filter.clear");
    } else if (events->articles.empty()) {
        say_so("Open an article to see what happened where and when.");
        if (button(ui, "Open a file …")) ui.commands.add("dialog.show", {"open"});
    } else if (events->events.empty()) {
        say_so("No sentence gave an event with a place and a date. What was left over is listed beside.");
        if (button(ui, "Show what is left over")) ui.commands.add("panel.show", {"residue"});
    } else {
        say_so("Nothing is told of this date. The bars of the timeline show where events are.");
        if (button(ui, "Show all dates")) ui.commands.add("time.set", {"all"});
    }
}

}  // namespace chronomap
