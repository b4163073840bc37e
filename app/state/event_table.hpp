#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "geo/events/event_set.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

struct AppState;  // app/state/app_state.hpp

/// What a column of the event table tells of an event.
enum class TableColumn : std::uint8_t { date, place, kind, modality, said_by, article, confidence, verdict, note, quote };
inline constexpr std::size_t table_column_count = 10;

std::string_view name_of(TableColumn column);
std::optional<TableColumn> table_column_from(std::string_view name);
std::vector<TableColumn> all_table_columns();
/// Those that the table has at first: what the program read.
std::vector<TableColumn> first_table_columns();

enum class SortOrder : std::uint8_t { ascending, descending };

/// Which events are rows.
enum class TableRows : std::uint8_t {
    shown,  ///< those of the date shown
    all     ///< those of any date
};

/// By what events are sorted.
struct TableSort {
    TableColumn column = TableColumn::date;
    SortOrder order = SortOrder::ascending;
    NamingPolicy naming = NamingPolicy::source;  ///< of the places' names
    friend bool operator==(const TableSort&, const TableSort&) = default;
};

/// The events of a set in the order of a sort. Immutable.
struct TableOrder {
    EventSetPtr of;
    TableSort sort;
    std::vector<EventIndex> order;    ///< empty: the order of the set, which is that of the dates
    std::vector<std::uint32_t> rank;  ///< where each event stands in it; empty likewise

    EventIndex at(std::size_t place) const { return order.empty() ? static_cast<EventIndex>(place) : order[place]; }
    std::size_t rank_of(EventIndex event) const { return rank.empty() ? event : rank[event]; }
};
using TableOrderPtr = std::shared_ptr<const TableOrder>;

/// Sorts; ties by date. Null when `stop` was asked for. Pure, for any thread.
TableOrderPtr sort_events(EventSetPtr events, const TableSort& sort, const std::stop_token& stop = {});

/// `events` (ascending) in the order of `order`, which is of the same set.
std::vector<EventIndex> in_order(const TableOrder& order, std::vector<EventIndex> events);

/// The table, as plain values, and the order last worked out for it: of the events and the sort that are wanted, or of
/// those before while a new one is being worked out.
struct EventTable {
    TableColumn sort = TableColumn::date;
    SortOrder order = SortOrder::ascending;
    TableRows rows = TableRows::shown;
    std::vector<TableColumn> columns = first_table_columns();  ///< in the order in which they stand; never empty
    std::vector<TableColumn> unwanted;  ///< of verdict and note, which come by themselves: those that were taken away
    std::vector<std::string> picked;    ///< ids of several rows, for what is done with all of them; the oldest first
    std::string pick_anchor;            ///< where a stretch of rows begins; empty: at the selected one
    TableOrderPtr sorted;
};

/// The columns that the table shows: those chosen, and verdict and note once an event has one.
std::vector<TableColumn> shown_table_columns(const AppState& state);

/// The sort that the table wants now.
TableSort wanted_sort(const AppState& state);
/// True when EventTable::sorted is of the events and the sort that are wanted.
bool is_sorted(const AppState& state);
/// Sorts at once where that takes no time worth mentioning, or where `at_once`. True when the table is sorted.
enum class SortWhen : std::uint8_t { if_quick, at_once };
bool sort_table(AppState& state, SortWhen when = SortWhen::if_quick);

/// True for an event of the set that is a row of the table: of several reports of one event, the foremost one.
bool is_table_row(const AppState& state, const EventSet& events, EventIndex event);

/// Selects the event `steps` rows below (negative: above) the selected one; without one, the first or last row.
/// False when there are no rows.
bool move_in_table(AppState& state, int steps);

}  // namespace chronomap
