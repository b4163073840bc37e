#include "app/state/map_style.hpp"

#include <filesystem>
#include <utility>

namespace chronomap {

const Style& map_style(const AppState& state) {
    return state.style ? *state.style : *default_style();
}

Result<void> set_map_style(AppState& state, const std::string& name_or_file) {
    const auto path = style_path(name_or_file);
    if (!path) return tl::unexpected(path.error());
    auto style = load_style(*path);
    if (!style) return tl::unexpected(style.error());
    state.style = std::move(*style);
    state.style_file = *path;
    state.style_file_broken = false;
    return {};
}

void reload_map_style(AppState& state) {
    auto style = load_style(state.style_file);
    if (!style) {
        state.style_file_broken = true;
        say(state, MessageLevel::error, style.error(), "The map keeps its style: ");
        return;
    }
    state.style = std::move(*style);
    if (std::exchange(state.style_file_broken, false)) say(state, MessageLevel::info, "The style is read again.");
}

std::string style_words(const AppState& state) {
    const std::string name = std::filesystem::path(state.style_file).stem().string();
    const auto shipped = style_path(name);
    return shipped && *shipped == state.style_file ? name : state.style_file;
}

}  // namespace chronomap
