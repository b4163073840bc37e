#include "app/commands/command.hpp"
#include "app/commands/export_words.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> export_snapshot(AppState& state, Arguments arguments) {
    auto wanted = export_from_words(arguments);
    if (!wanted) return tl::unexpected(wanted.error());
    state.requests.exports.push_back(std::move(*wanted));
    if (state.panels.dialog == Dialog::export_image) state.panels.dialog = Dialog::none;
    return {};
}

}  // namespace

void add_export_commands(CommandRegistry& registry) {
    registry.add({"export.snapshot",
                  "PATH [WxH|PAPER] [Ndpi] [each=STEP] [from=DATE] [to=DATE] [fps=N] [compare=DATE,DATE] [quality=N] "
                  "[story] [world-file] [no-paths]",
                  "write the map with title and legend: a picture (.png .jpg .webp .tif .svg .pdf), each stop or each "
                  "year as pictures, an atlas (.pdf) or a film (.mp4 .webm .gif .apng .webp), or two dates compared; "
                  "with story its steps as a handout (.pdf) or a film",
                  1, 12, export_snapshot});
    registry.add({"export.title", "TEXT", "the title written on the map; \"\" for the article's own", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      state.title = arguments[0];
                      return {};
                  }});
    registry.add({"export.subtitle", "TEXT", "a line below the title; \"\" for none", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      state.furniture.subtitle = arguments[0];
                      return {};
                  }});
    registry.add({"export.caption", "TEXT", "words of your own on the map; \"\" for none", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      state.furniture.caption = arguments[0];
                      return {};
                  }});
    registry.add({"furniture.set", "NAME PLACE",
                  "where title, date, caption, legend, scale-bar or locator stand: usual, off, top-left, bottom, ...; "
                  "sources: full or short",
                  2, 2, [](AppState& state, Arguments arguments) {
                      return set_furniture(state.furniture, arguments[0], arguments[1]);
                  }});
}

}  // namespace chronomap
