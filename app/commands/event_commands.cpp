#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/selecting.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

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
    const EventSetPtr events = state.store.current();
    const EventIndex index = events->index_of(what);
    if (index >= events->events.size()) return fail("there is no event \"" + what + "\"");
    select_event(state, index);
    return {};
}

Result<void> hover(AppState& state, Arguments arguments) {
    state.hovered_event = arguments[0] == "none" ? std::string{} : arguments[0];
    return {};
}

Result<void> show_article(AppState& state, Arguments arguments) {
    if (!article_of(state, arguments[0])) return fail("no article \"" + arguments[0] + "\" is open");
    if (arguments.size() > 1) {
        const auto position = integer_from(arguments[1], "the position", 0, 1 << 30);
        if (!position) return tl::unexpected(position.error());
        show_sentence(state, arguments[0], static_cast<std::uint32_t>(*position));
        return {};
    }
    state.shown_article = arguments[0];
    state.marked = {};
    set_shown(state.panels, Panel::article, true);
    return {};
}

}  // namespace

void add_event_commands(CommandRegistry& registry) {
    registry.add({"event.select", "ID|next|previous|none", "select an event on the map, in the list and in the text", 1,
                  1, select});
    registry.add({"event.hover", "ID|none", "mark an event without selecting it", 1, 1, hover});
    registry.add({"article.show", "ID [POSITION]",
                  "show an article that is open, and mark the sentence at a byte of it", 1, 2, show_article});
}

}  // namespace chronomap
