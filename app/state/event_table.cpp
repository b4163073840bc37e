#include "app/state/event_table.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "app/state/app_state.hpp"
#include "app/state/selecting.hpp"
#include "geo/places/normalise.hpp"

namespace chronomap {

namespace {

constexpr std::array<std::pair<TableColumn, std::string_view>, table_column_count> column_names{
    {{TableColumn::date, "date"},
     {TableColumn::place, "place"},
     {TableColumn::kind, "kind"},
     {TableColumn::modality, "modality"},
     {TableColumn::said_by, "said-by"},
     {TableColumn::article, "article"},
     {TableColumn::confidence, "confidence"},
     {TableColumn::verdict, "verdict"},
     {TableColumn::note, "note"},
     {TableColumn::quote, "quote"}}};

/// More events than this are sorted beside the window's frames.
constexpr std::size_t most_sorted_at_once = 20000;

/// Numbers that sort as the folded texts do, each text once: texts repeat, and numbers compare fast.
template <class TextOf>
std::vector<std::uint64_t> ranks_of_texts(const std::vector<Event>& events, const TextOf& text_of) {
    std::unordered_map<std::string_view, std::uint64_t> numbers;
    std::vector<std::pair<std::string, std::uint64_t>> texts;
    std::vector<std::uint64_t> keys(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string_view text = text_of(events[i]);
        const auto [known, is_new] = numbers.try_emplace(text, numbers.size());
        if (is_new) texts.emplace_back(name_key(text) + ' ' + std::string(text), known->second);
        keys[i] = known->second;
    }
    std::ranges::sort(texts);
    std::vector<std::uint64_t> rank(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) rank[texts[i].second] = i;
    for (std::uint64_t& key : keys) key = rank[key];
    return keys;
}

/// Places by the names that the map gives them.
std::vector<std::uint64_t> keys_of_places(const std::vector<Event>& events, NamingPolicy naming) {
    std::unordered_map<const Place*, std::string> names;
    return ranks_of_texts(events, [&](const Event& event) -> std::string_view {
        if (!event.place) return {};
        if (naming == NamingPolicy::source && !event.place_surface.empty()) return event.place_surface;
        const auto [known, is_new] = names.try_emplace(event.place.get());
        if (is_new) known->second = display_name(*event.place, naming);
        return known->second;
    });
}

std::vector<std::uint64_t> keys_of(const std::vector<Event>& events, const TableSort& sort) {
    std::vector<std::uint64_t> keys(events.size());
    switch (sort.column) {
        case TableColumn::place:
            return keys_of_places(events, sort.naming);
        case TableColumn::kind:
            return ranks_of_texts(events, [](const Event& event) { return name_of(event.kind); });
        case TableColumn::modality:
            return ranks_of_texts(events, [](const Event& event) { return name_of(event.modality); });
        case TableColumn::said_by:
            return ranks_of_texts(events, [](const Event& event) { return std::string_view(event.attribution); });
        case TableColumn::article:
            return ranks_of_texts(events, [](const Event& event) { return std::string_view(event.article_id); });
        case TableColumn::confidence:
            for (std::size_t i = 0; i < events.size(); ++i)
                keys[i] = static_cast<std::uint64_t>(std::clamp(events[i].confidence, 0.0, 1.0) * 1e9);
            return keys;
        case TableColumn::verdict:
            // What has one comes first.
            for (std::size_t i = 0; i < events.size(); ++i) {
                const auto verdict = static_cast<std::uint64_t>(verdict_of(events[i]));
                keys[i] = verdict == 0 ? table_column_count : verdict;
            }
            return keys;
        case TableColumn::note:
            return ranks_of_texts(events, [](const Event& event) { return note_of(event); });
        case TableColumn::quote:
            // Its first eight bytes; what they leave open is compared as text.
            for (std::size_t i = 0; i < events.size(); ++i)
                for (std::size_t byte = 0; byte < 8; ++byte)
                    keys[i] = keys[i] << 8 |
                              (byte < events[i].quote.size() ? static_cast<unsigned char>(events[i].quote[byte]) : 0U);
            return keys;
        case TableColumn::date:
            break;
    }
    std::iota(keys.begin(), keys.end(), std::uint64_t{0});
    return keys;
}

}  // namespace

std::string_view name_of(TableColumn column) {
    return column_names[static_cast<std::size_t>(column)].second;
}

std::optional<TableColumn> table_column_from(std::string_view name) {
    for (const auto& [column, known] : column_names)
        if (known == name) return column;
    return std::nullopt;
}

std::vector<TableColumn> all_table_columns() {
    std::vector<TableColumn> columns;
    for (const auto& [column, name] : column_names) columns.push_back(column);
    return columns;
}

std::vector<TableColumn> first_table_columns() {
    std::vector<TableColumn> columns = all_table_columns();
    std::erase_if(columns, [](TableColumn column) {
        return column == TableColumn::modality || column == TableColumn::verdict || column == TableColumn::note;
    });
    return columns;
}

std::vector<TableColumn> shown_table_columns(const AppState& state) {
    std::vector<TableColumn> columns = state.table.columns;
    const auto& corrections = state.history.current().corrections.events;
    const auto bring = [&](TableColumn column, const auto& is_told) {
        if (std::ranges::find(columns, column) != columns.end() ||
            std::ranges::find(state.table.unwanted, column) != state.table.unwanted.end() ||
            std::ranges::none_of(corrections, [&](const auto& each) { return is_told(*each); }))
            return;
        columns.insert(std::ranges::find(columns, TableColumn::quote), column);
    };
    // Rejected events are no rows.
    bring(TableColumn::verdict, [](const EventCorrection& each) {
        return each.verdict != Verdict::none && each.verdict != Verdict::rejected;
    });
    bring(TableColumn::note, [](const EventCorrection& each) { return !each.note.empty(); });
    return columns;
}

TableOrderPtr sort_events(EventSetPtr events, const TableSort& sort, const std::stop_token& stop) {
    auto sorted = std::make_shared<TableOrder>();
    sorted->of = std::move(events);
    sorted->sort = sort;
    if (sort.column == TableColumn::date && sort.order == SortOrder::ascending) return sorted;
    const std::vector<Event>& all = sorted->of->events;
    const std::vector<std::uint64_t> keys = keys_of(all, sort);
    if (stop.stop_requested()) return nullptr;
    std::vector<std::pair<std::uint64_t, EventIndex>> rows(keys.size());
    const bool descending = sort.order == SortOrder::descending;
    for (EventIndex i = 0; i < rows.size(); ++i) rows[i] = {descending ? ~keys[i] : keys[i], i};
    const auto by_quote = [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        const int order = all[a.second].quote.compare(all[b.second].quote);
        return order != 0 ? (descending ? order > 0 : order < 0) : a.second < b.second;
    };
    if (sort.column == TableColumn::quote)
        std::ranges::sort(rows, by_quote);
    else
        std::ranges::sort(rows);
    if (stop.stop_requested()) return nullptr;
    sorted->order.reserve(rows.size());
    sorted->rank.resize(rows.size());
    for (std::uint32_t place = 0; place < rows.size(); ++place) {
        sorted->order.push_back(rows[place].second);
        sorted->rank[rows[place].second] = place;
    }
    return sorted;
}

std::vector<EventIndex> in_order(const TableOrder& order, std::vector<EventIndex> events) {
    if (order.order.empty()) return events;
    if (events.size() == order.order.size()) return order.order;
    constexpr std::size_t few = 16;
    if (events.size() < order.order.size() / few) {
        std::ranges::sort(events, {}, [&](EventIndex event) { return order.rank[event]; });
        return events;
    }
    // Many: marked, then collected in their order.
    std::vector<std::uint8_t> wanted(order.order.size());
    for (const EventIndex event : events) wanted[event] = 1;
    std::size_t kept = 0;
    events.resize(order.order.size());
    for (const EventIndex event : order.order) {
        events[kept] = event;
        kept += wanted[event];
    }
    events.resize(kept);
    return events;
}

TableSort wanted_sort(const AppState& state) {
    // Only names of places depend on the policy.
    return {state.table.sort, state.table.order,
            state.table.sort == TableColumn::place ? state.naming : NamingPolicy::source};
}

bool is_sorted(const AppState& state) {
    const TableOrderPtr& sorted = state.table.sorted;
    return sorted && sorted->of == state.store.current() && sorted->sort == wanted_sort(state);
}

bool sort_table(AppState& state, SortWhen when) {
    if (is_sorted(state)) return true;
    const EventSetPtr events = state.store.current();
    const TableSort sort = wanted_sort(state);
    const bool by_date = sort.column == TableColumn::date && sort.order == SortOrder::ascending;
    if (when == SortWhen::if_quick && !by_date && events->events.size() > most_sorted_at_once) return false;
    state.table.sorted = sort_events(events, sort);
    return true;
}

bool is_table_row(const AppState& state, const EventSet& events, EventIndex event) {
    // Of several reports of one event one is the row.
    if (state.table.rows == TableRows::all) return events.reports.lead_of(event) == event;
    const TimeSpan shown = state.time.effective();
    return shown.meets(events.spans[event]) && events.standing_for(event, shown) == event;
}

bool move_in_table(AppState& state, int steps) {
    sort_table(state, SortWhen::at_once);
    const EventSetPtr events = state.store.current();
    const TableOrder& order = *state.table.sorted;
    const auto count = static_cast<std::ptrdiff_t>(events->events.size());
    const EventIndex selected =
        state.selected_event.empty() ? EventIndex(count) : events->index_of(state.selected_event);
    const int direction = steps < 0 ? -1 : 1;
    std::ptrdiff_t place = direction > 0 ? -1 : count;
    if (selected < events->events.size()) place = static_cast<std::ptrdiff_t>(order.rank_of(selected));
    int left = std::max(1, std::abs(steps));
    std::optional<EventIndex> found;
    while (left > 0) {
        place += direction;
        if (place < 0 || place >= count) break;
        const EventIndex event = order.at(static_cast<std::size_t>(place));
        if (!is_table_row(state, *events, event)) continue;
        found = event;
        --left;
    }
    if (!found) return selected < events->events.size();
    select_event(state, *found);
    return true;
}

}  // namespace chronomap
