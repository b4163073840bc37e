#include "app/commands/command.hpp"
#include "app/state/map_layers.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> show(AppState& state, Arguments arguments) {
    if (arguments[1] != "on" && arguments[1] != "off")
        return fail("a layer is \"on\" or \"off\", not \"" + arguments[1] + "\"");
    return show_layer(state, arguments[0], arguments[1] == "on");
}

}  // namespace

void add_layer_commands(CommandRegistry& registry) {
    registry.add({"layer.add", "PATH", "open areas, lines or points over time: a vector file, or a folder of states", 1,
                  1, [](AppState& state, Arguments arguments) -> Result<void> {
                      if (arguments[0].empty()) return fail("the path is empty");
                      state.requests.open.push_back(arguments[0]);
                      return {};
                  }});
    registry.add({"layer.remove", "NAME", "close a layer", 1, 1,
                  [](AppState& state, Arguments arguments) { return remove_layer(state, arguments[0]); }});
    registry.add({"layer.show", "NAME on|off", "show or hide a layer", 2, 2, show});
    registry.add({"relief.set", "FILE|off", "shade the land by the heights in an elevation raster", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      if (arguments[0].empty()) return fail("the path is empty");
                      state.relief.path = arguments[0] == "off" ? std::string() : arguments[0];
                      return {};
                  }});
}

}  // namespace chronomap
