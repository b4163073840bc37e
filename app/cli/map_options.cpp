#include "app/cli/map_options.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>

namespace chronomap {
namespace {

/// Reads a number at the begin of `text` and takes it away.
template <class Number>
bool take(std::string_view& text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool take(std::string_view& text, char mark) {
    if (text.empty() || text[0] != mark) return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

std::optional<GeoBox> box_from(const std::string& text) {
    std::string_view rest = text;
    std::array<double, 4> side{};
    for (std::size_t i = 0; i < 4; ++i)
        if ((i > 0 && !take(rest, ',')) || !take(rest, side[i])) return std::nullopt;
    const GeoBox box{side[0], side[1], side[2], side[3]};
    const bool sound = rest.empty() && box.south < box.north && box.south >= -90 && box.north <= 90 &&
                       box.west != box.east && box.west >= -180 && box.west <= 180 && box.east >= -180 &&
                       box.east <= 180;
    return sound ? std::optional(box) : std::nullopt;
}

std::optional<TimeMode> time_mode_from(const std::string& text) {
    if (text == "instant") return TimeMode::instant;
    if (text == "window") return TimeMode::window;
    if (text == "until") return TimeMode::until;
    if (text == "since") return TimeMode::since;
    return std::nullopt;
}

void add_gazetteer_option(CLI::App& command, std::vector<std::string>& paths) {
    command.add_option("--gazetteer", paths, "a GeoNames dump or a Linked Places file, before the program's own")
        ->type_name("FILE")
        ->expected(1)
        ->take_all();
}

}  // namespace chronomap
