#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/state/camera_moves.hpp"
#include "app/state/map_style.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

Result<void> fit_command(AppState& state, Arguments arguments) {
    const std::string what = arguments.empty() ? "all" : arguments[0];
    if (what == "all") return fit(state, FitTo::all);
    if (what == "shown") return fit(state, FitTo::shown);
    if (what == "selected") return fit(state, FitTo::selected);
    return fail("it must be all, shown or selected, not \"" + what + "\"");
}

Result<void> zoom(AppState& state, Arguments arguments) {
    const auto factor = number_from(arguments[0], "the factor");
    if (!factor) return tl::unexpected(factor.error());
    if (*factor < 0.001 || *factor > 1000) return fail("the factor must be from 0.001 to 1000");
    if (arguments.size() == 2) return fail("both X and Y are needed, in pixels of the map");
    double x = state.view.width_px / 2.0;
    double y = state.view.height_px / 2.0;
    if (arguments.size() == 3) {
        const auto given_x = number_from(arguments[1], "X");
        if (!given_x) return tl::unexpected(given_x.error());
        const auto given_y = number_from(arguments[2], "Y");
        if (!given_y) return tl::unexpected(given_y.error());
        x = *given_x;
        y = *given_y;
    }
    zoom_at(state, *factor, x, y);
    return {};
}

Result<void> pan(AppState& state, Arguments arguments) {
    const auto dx = number_from(arguments[0], "DX");
    if (!dx) return tl::unexpected(dx.error());
    const auto dy = number_from(arguments[1], "DY");
    if (!dy) return tl::unexpected(dy.error());
    pan_by(state, *dx, *dy);
    return {};
}

Result<void> centre(AppState& state, Arguments arguments) {
    const auto lon = number_from(arguments[0], "LON");
    if (!lon) return tl::unexpected(lon.error());
    const auto lat = number_from(arguments[1], "LAT");
    if (!lat) return tl::unexpected(lat.error());
    if (*lon < -180 || *lon > 180 || *lat < -90 || *lat > 90)
        return fail("LON must be from -180 to 180 and LAT from -90 to 90 degrees");
    return centre_on(state, {*lon, *lat});
}

Result<void> set_names(AppState& state, Arguments arguments) {
    const auto policy = naming_policy_from(arguments[0]);
    if (!policy)
        return fail("the names must be source, en, az, hy, ru, official_at_date or dual, not \"" + arguments[0] + "\"");
    state.naming = *policy;
    return {};
}

Result<void> set_style(AppState& state, Arguments arguments) {
    return set_map_style(state, arguments[0]);
}

}  // namespace

void add_view_commands(CommandRegistry& registry) {
    registry.add({"view.fit", "[all|shown|selected]", "show all events, those of the date, or the selected one", 0, 1,
                  fit_command});
    registry.add(
        {"view.zoom", "FACTOR [X Y]", "zoom in (over 1) or out, about the centre or a pixel of the map", 1, 3, zoom});
    registry.add({"view.pan", "DX DY", "move the map by pixels", 2, 2, pan});
    registry.add({"view.centre", "LON LAT", "bring a point to the centre", 2, 2, centre});
    registry.add(
        {"names.set", "POLICY", "place names: source, en, az, hy, ru, official_at_date or dual", 1, 1, set_names});
    registry.add(
        {"style.set", "NAME|FILE", "draw the map in a style: light, dark, mono, or a style file", 1, 1, set_style});
}

}  // namespace chronomap
