#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/demo.hpp"
#include "render/snapshot/picture.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> open(AppState& state, Arguments arguments) {
    for (const std::string& path : arguments) {
        if (path.empty()) return fail("the path is empty");
        state.requests.open.push_back(path);
    }
    state.panels.dialog = Dialog::none;
    return {};
}

Result<void> close(AppState& state, Arguments arguments) {
    if (arguments.empty()) {
        state.store.clear();
    } else {
        if (!article_of(state, arguments[0])) return fail("no article \"" + arguments[0] + "\" is open");
        state.store.remove_article(arguments[0]);
    }
    events_changed(state);
    return {};
}

Result<void> export_snapshot(AppState& state, Arguments arguments) {
    SnapshotRequest request;
    request.path = arguments[0];
    if (request.path.empty()) return fail("the path is empty");
    const auto format = picture_format_from(request.path);
    if (!format) return tl::unexpected(format.error());
    for (const std::string& option : arguments.subspan(1)) {
        if (option == "world-file") {
            if (is_vector(*format)) return fail("a world file is for pictures of pixels");
            request.world_file = true;
        } else if (option.ends_with("dpi")) {
            const auto dpi = number_from(std::string_view(option).substr(0, option.size() - 3), "the dots an inch");
            if (!dpi) return tl::unexpected(dpi.error());
            if (*dpi < 20 || *dpi > 2400) return fail("the dots an inch must be from 20 to 2400");
            request.dpi = *dpi;
        } else {
            const auto size = picture_size_from(option);
            if (!size) return tl::unexpected(size.error());
            request.size = *size;
        }
    }
    if (request.size)
        if (const auto size = pixels_of(*request.size, request.dpi); !size) return tl::unexpected(size.error());
    state.requests.snapshots.push_back(std::move(request));
    if (state.panels.dialog == Dialog::export_image) state.panels.dialog = Dialog::none;
    return {};
}

}  // namespace

void add_file_commands(CommandRegistry& registry) {
    registry.add({"file.open", "PATH...", "open articles, project files or event datasets", 1, 1000, open});
    registry.add({"file.demo", "", "open the demo article", 0, 0, [](AppState& state, Arguments) -> Result<void> {
                      const std::string path = demo_path();
                      if (path.empty()) return fail("the demo article is not installed");
                      state.requests.open.push_back(path);
                      return {};
                  }});
    registry.add({"file.close", "[ID]", "close one article, or all", 0, 1, close});
    registry.add(
        {"file.cancel", "", "stop the reading that runs", 0, 0, [](AppState& state, Arguments) -> Result<void> {
             state.requests.open.clear();
             state.requests.layers.clear();
             state.requests.cancel = true;
             return {};
         }});
    registry.add({"export.snapshot", "PATH [WxH|PAPER] [Ndpi] [world-file]",
                  "write the map with title and legend as .png, .jpg, .webp, .tif, .svg or .pdf, as large as on the "
                  "screen, 1920x1080, A4-landscape, ...",
                  1, 4, export_snapshot});
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
