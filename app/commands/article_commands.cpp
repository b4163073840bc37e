#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/selecting.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> show_article(AppState& state, Arguments arguments) {
    if (arguments[0] == "next" || arguments[0] == "previous")
        return show_neighbour_article(state, arguments[0] == "next" ? +1 : -1);
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

Result<void> mention(AppState& state, Arguments arguments) {
    const auto position = integer_from(arguments[1], "the position", 0, 1 << 30);
    if (!position) return tl::unexpected(position.error());
    int choice = 1;
    if (arguments.size() > 2) {
        const auto number = integer_from(arguments[2], "N", 1, 1 << 20);
        if (!number) return tl::unexpected(number.error());
        choice = *number;
    }
    return open_mention(state, arguments[0], static_cast<std::uint32_t>(*position),
                        static_cast<std::size_t>(choice - 1));
}

Result<void> scroll(AppState& state, Arguments arguments) {
    double pages = arguments[0] == "top" ? -1e9 : 1e9;
    if (arguments[0] != "top" && arguments[0] != "end") {
        const auto number = number_from(arguments[0], "the number of pages");
        if (!number) return tl::unexpected(number.error());
        pages = *number;
    }
    state.reading.scroll_pages = pages;
    ++state.reading.scroll_asked;
    return {};
}

Result<void> find(AppState& state, Arguments arguments) {
    std::string words = joined(arguments);
    seek(state, std::move(words));
    return {};
}

}  // namespace

void add_article_commands(CommandRegistry& registry) {
    registry.add({"article.show", "ID|next|previous [POSITION]",
                  "show an article that is open, and mark the sentence at a byte of it", 1, 2, show_article});
    registry.add({"article.mention", "ID POSITION [N]",
                  "what a click on a mention does: a place is flown to and its N-th event selected, a date shown", 2, 3,
                  mention});
    registry.add(
        {"article.scroll", "PAGES|top|end", "move the article's page; a negative number moves up", 1, 1, scroll});
    registry.add(
        {"find.set", "[WORDS]", "find words in the article, in any spelling; without words, end it", 0, 16, find});
    registry.add({"find.focus", "", "type into the article's field for finding", 0, 0,
                  [](AppState& state, Arguments) -> Result<void> {
                      set_shown(state.panels, Panel::article, true);
                      ++state.reading.find_asked;
                      return {};
                  }});
    registry.add({"find.next", "", "go to the next place found in the article", 0, 0,
                  [](AppState& state, Arguments) { return go_to_found(state, +1); }});
    registry.add({"find.previous", "", "go to the place found before", 0, 0,
                  [](AppState& state, Arguments) { return go_to_found(state, -1); }});
}

}  // namespace chronomap
