#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/finding.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> set(AppState& state, Arguments arguments) {
    auto filter = with_condition(state.store.filter(), arguments[0], arguments.subspan(1));
    if (!filter) return tl::unexpected(filter.error());
    set_filter(state, std::move(*filter));
    return {};
}

Result<void> toggle(AppState& state, Arguments arguments) {
    for (const FilterCondition& condition : conditions_of(state.store.filter())) {
        if (condition.name != arguments[0]) continue;
        std::vector<std::string> values = condition.values;
        if (std::erase(values, arguments[1]) == 0) values.push_back(arguments[1]);
        values.insert(values.begin(), arguments[0]);
        return set(state, values);
    }
    return set(state, arguments);
}

Result<void> set_box(AppState& state, Arguments arguments) {
    std::vector<std::string> words{"bbox"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return set(state, words);
}

Result<void> set_lasso(AppState& state, Arguments arguments) {
    std::vector<std::string> words{"lasso"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return set(state, words);
}

Result<void> take_tool(AppState& state, Arguments arguments) {
    const auto tool = map_tool_from(arguments[0]);
    if (!tool) return fail("the tool must be box, lasso or none, not \"" + arguments[0] + "\"");
    state.tool = *tool;
    return {};
}

Result<void> set_to_view(AppState& state, Arguments) {
    const auto box = box_in_view(state);
    if (!box) return fail("the map shows no part of the world that a box could hold");
    EventFilter filter = state.store.filter();
    filter.box = box;
    set_filter(state, std::move(filter));
    return {};
}

Result<void> search_for(AppState& state, Arguments arguments) {
    std::string words = joined(arguments);
    search(state, std::move(words));
    return {};
}

Result<void> focus_search(AppState& state, Arguments) {
    ++state.search_asked;
    return {};
}

Result<void> clear(AppState& state, Arguments arguments) {
    if (!arguments.empty()) return set(state, arguments);
    set_filter(state, {});
    return {};
}

}  // namespace

void add_filter_commands(CommandRegistry& registry) {
    registry.add({"filter.set", "kind|modality|article|said-by|confidence|bbox|lasso|verdict|words VALUE…",
                  "look only at the events that meet this condition too", 2, 4096, set});
    registry.add(
        {"filter.toggle", "kind|modality|article|said-by|verdict VALUE", "add a value to a condition, or take it away", 2, 2,
         toggle});
    registry.add(
        {"filter.view", "", "look only at the events in the part of the map that is shown", 0, 0, set_to_view});
    registry.add({"filter.box", "W,S,E,N", "look only at the events in a box of degrees", 1, 4, set_box});
    registry.add({"filter.lasso", "LON,LAT LON,LAT LON,LAT…",
                  "look only at the events in an area, given by its corners", 1, 4096, set_lasso});
    registry.add({"map.tool", "box|lasso|none",
                  "what dragging on the map does: draw a box or an area to filter by, or move it", 1, 1, take_tool});
    registry.add({"search.set", "[WORDS]", "find events, your notes, stops and story, places in any script, and text; without words, end the search",
                  0, 16, search_for});
    registry.add({"search.focus", "", "type into the search field", 0, 0, focus_search});
    registry.add({"filter.clear", "[CONDITION]", "lift one condition, or all", 0, 1, clear});
}

}  // namespace chronomap
