#include "app/commands/command.hpp"
#include "app/commands/export_words.hpp"
#include "app/state/citing.hpp"
#include "app/state/picking.hpp"
#include "app/state/pasting.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> paste(AppState& state, Arguments arguments) {
    if (arguments.empty()) {
        state.requests.clipboard.paste = true;
        return {};
    }
    std::string text;
    for (const std::string& line : arguments) text += line + '\n';
    return paste_article(state, std::move(text));
}

Result<void> copy_event(AppState& state, Arguments arguments) {
    const EventSetPtr alive = state.store.current();
    const std::string id = !arguments.empty() ? arguments[0] : state.table.picked.empty() ? "selected" : "picked";
    if (id == "selected" && state.selected_event.empty())
        return fail("no event is selected", {}, 0, "select one on the map, in the list or in the text");
    const auto events = events_named(state, id);
    if (!events) return tl::unexpected(events.error());
    std::string text;
    for (const Event* event : *events) {
        const ExtractionPtr extraction = article_of(state, event->article_id);
        text += (text.empty() ? "" : "\n") + citation_of(*event, extraction ? &extraction->article : nullptr);
    }
    say(state, MessageLevel::info,
        events->size() == 1 ? "Copied: " + text : "Copied " + std::to_string(events->size()) + " events, as citations.");
    state.requests.clipboard.text = std::move(text);
    return {};
}

Result<void> copy_map(AppState& state, Arguments arguments) {
    std::vector<std::string> words{"map.png"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto wanted = export_from_words(words);
    if (!wanted) return tl::unexpected(wanted.error());
    wanted->to = ExportTo::clipboard;
    state.requests.exports.push_back(std::move(*wanted));
    return {};
}

}  // namespace

void add_clipboard_commands(CommandRegistry& registry) {
    registry.add({"article.paste", "[LINE...]",
                  "read the text on the clipboard, or these lines, as an article; paths of files are opened", 0, 4096,
                  paste});
    registry.add({"event.copy", "[ID|selected|picked]",
                  "copy an event as one cites it: its sentence, who says so, article, publisher and day", 0, 1,
                  copy_event});
    registry.add({"map.copy", "[WxH|PAPER] [Ndpi]", "copy the map as a picture, with title, legend and sources", 0, 2,
                  copy_map});
}

}  // namespace chronomap
