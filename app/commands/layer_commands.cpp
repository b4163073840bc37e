#include "app/commands/arguments.hpp"
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
    registry.add({"layer.add", "PATH",
                  "open a raster, or areas, lines or points, over time: a file, or a folder of states", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      if (arguments[0].empty()) return fail("the path is empty");
                      state.requests.layers.push_back(arguments[0]);
                      return {};
                  }});
    registry.add({"layer.remove", "NAME", "close a layer", 1, 1,
                  [](AppState& state, Arguments arguments) { return remove_layer(state, arguments[0]); }});
    registry.add({"layer.show", "NAME on|off", "show or hide a layer", 2, 2, show});
    registry.add({"layer.opacity", "NAME 0…1", "how far a layer's rasters hide what lies below them", 2, 2,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      const auto opacity = number_from(arguments[1], "an opacity");
                      if (!opacity) return tl::unexpected(opacity.error());
                      if (*opacity < 0 || *opacity > 1)
                          return fail("'" + arguments[1] + "' is no opacity; write a number from 0 to 1");
                      return set_layer_opacity(state, arguments[0], *opacity);
                  }});
    registry.add({"relief.style", "hillshade|tint|both", "how heights are shown", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      const auto style = relief_style_from(arguments[0]);
                      if (!style) return fail("'" + arguments[0] + "' is none of hillshade, tint, both");
                      state.relief.style = *style;
                      return {};
                  }});
    registry.add({"relief.set", "FILE|off", "show the heights in an elevation raster", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      if (arguments[0].empty()) return fail("the path is empty");
                      state.relief.path = arguments[0] == "off" ? std::string() : arguments[0];
                      return {};
                  }});
}

}  // namespace chronomap
