#include <algorithm>

#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/event_table.hpp"
#include "app/state/picking.hpp"
#include "app/state/selecting.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<TableColumn> column_argument(const std::string& name) {
    if (const auto column = table_column_from(name)) return *column;
    return fail("there is no column \"" + name +
                "\"; there are: date, place, kind, modality, said-by, article, confidence, verdict, note, quote");
}

Result<void> show_table(AppState& state, Arguments arguments) {
    const std::string what = arguments.empty() ? "on" : arguments[0];
    if (what != "on" && what != "off" && what != "toggle")
        return fail("it must be on, off or toggle, not \"" + what + "\"");
    set_shown(state.panels, Panel::table, what == "toggle" ? !is_shown(state.panels, Panel::table) : what == "on");
    return {};
}

Result<void> sort_by(AppState& state, Arguments arguments) {
    const auto column = column_argument(arguments[0]);
    if (!column) return tl::unexpected(column.error());
    const std::string order = arguments.size() > 1 ? arguments[1] : "asc";
    if (order != "asc" && order != "desc") return fail("the order must be asc or desc, not \"" + order + "\"");
    state.table.sort = *column;
    state.table.order = order == "asc" ? SortOrder::ascending : SortOrder::descending;
    sort_table(state);
    return {};
}

Result<void> set_columns(AppState& state, Arguments arguments) {
    if (arguments[0] == "all") {
        if (arguments.size() > 1) return fail("\"all\" stands alone");
        state.table.columns = all_table_columns();
        state.table.unwanted.clear();
        return {};
    }
    const std::vector<TableColumn> before = shown_table_columns(state);
    std::vector<TableColumn> columns;
    for (const std::string& name : arguments) {
        const auto column = column_argument(name);
        if (!column) return tl::unexpected(column.error());
        if (std::ranges::find(columns, *column) == columns.end()) columns.push_back(*column);
    }
    // What came by itself comes no more when it was taken away.
    for (const TableColumn each : {TableColumn::verdict, TableColumn::note}) {
        const bool was_there = std::ranges::find(before, each) != before.end();
        const bool is_there = std::ranges::find(columns, each) != columns.end();
        if (was_there || is_there) std::erase(state.table.unwanted, each);
        if (was_there && !is_there) state.table.unwanted.push_back(each);
    }
    state.table.columns = std::move(columns);
    return {};
}

Result<void> set_rows(AppState& state, Arguments arguments) {
    if (arguments[0] != "shown" && arguments[0] != "all")
        return fail("the rows must be shown or all, not \"" + arguments[0] + "\"");
    state.table.rows = arguments[0] == "all" ? TableRows::all : TableRows::shown;
    return {};
}

Result<void> pick(AppState& state, Arguments arguments) {
    const std::string& what = arguments[0];
    if (what == "none") {
        drop_picks(state);
        return {};
    }
    const bool to = what == "to", toggle = what == "toggle";
    if ((to || toggle) && arguments.size() != 2) return fail("after \"" + what + "\" comes one event");
    if (to) return pick_to(state, arguments[1]);
    if (toggle) return toggle_pick(state, arguments[1]);
    return pick_rows(state, {arguments.begin(), arguments.end()});
}

Result<void> move(AppState& state, Arguments arguments) {
    int steps = 0;
    if (arguments[0] == "first" || arguments[0] == "last") {
        clear_selection(state);
        steps = arguments[0] == "first" ? 1 : -1;
    } else {
        const auto number = integer_from(arguments[0], "the number of rows", -1000000, 1000000);
        if (!number) return tl::unexpected(number.error());
        steps = *number;
    }
    if (!move_in_table(state, steps)) return fail("there is no event to select");
    return {};
}

}  // namespace

void add_table_commands(CommandRegistry& registry) {
    registry.add({"table.show", "[on|off|toggle]", "show the events as a table", 0, 1, show_table});
    registry.add({"table.sort", "COLUMN [asc|desc]",
                  "sort events by date, place, kind, modality, said-by, article, confidence, verdict, note or quote, in table and list", 1, 2,
                  sort_by});
    registry.add({"table.columns", "COLUMN…|all", "which columns the table has, in this order", 1,
                  table_column_count, set_columns});
    registry.add({"table.rows", "shown|all", "list the events of the date shown, or those of any date", 1, 1, set_rows});
    registry.add({"table.pick", "ID…|toggle ID|to ID|none",
                  "pick several rows; event.merge, event.verdict and others take them as \"picked\"", 1, most_picked,
                  pick});
    registry.add({"table.move", "N|first|last", "select the event N rows below the selected one; negative: above", 1, 1,
                  move});
}

}  // namespace chronomap
