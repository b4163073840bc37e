#include "render/scene/style.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "geo/base/asset_paths.hpp"

namespace chronomap {

Colour colour_at_height(std::span<const HeightColour> ramp, float metres) {
    const auto above = std::ranges::find_if(ramp, [metres](const HeightColour& stop) { return stop.metres > metres; });
    if (above == ramp.begin()) return above->colour;
    const auto below = std::prev(above);
    if (above == ramp.end()) return below->colour;
    return mixed(below->colour, above->colour, (metres - below->metres) / (above->metres - below->metres));
}
namespace {

/// Nominal pixels of room for each pixel of size or spacing that the name of an area grows by.
constexpr double room_per_pixel = 90;

}  // namespace

Result<Colour> colour_from(std::string_view text) {
    const bool shaped = (text.size() == 7 || text.size() == 9) && text[0] == '#';
    std::uint32_t value = 0;
    const auto [end, error] = shaped ? std::from_chars(text.data() + 1, text.data() + text.size(), value, 16)
                                     : std::from_chars_result{text.data(), std::errc::invalid_argument};
    if (error != std::errc{} || end != text.data() + text.size())
        return fail("'" + std::string(text) + "' is no colour; write #rrggbb or #rrggbbaa");
    if (text.size() == 7) value = value << 8 | 255;
    const auto channel = [value](int shift) { return static_cast<float>(value >> shift & 255) / 255; };
    return Colour{channel(24), channel(16), channel(8), channel(0)};
}

Colour mixed(Colour a, Colour b, float share) {
    return {std::lerp(a.r, b.r, share), std::lerp(a.g, b.g, share), std::lerp(a.b, b.b, share),
            std::lerp(a.a, b.a, share)};
}

float TextStyle::size_in(double room) const {
    // The smallest size serves up to half a step of room.
    return std::clamp(size - 0.5f + static_cast<float>(room / room_per_pixel), size, std::max(size, size_most));
}

float TextStyle::spacing_in(double room) const {
    return std::clamp(static_cast<float>(room / room_per_pixel), spacing, std::max(spacing, spacing_most));
}

float Style::radius_of(double count) const {
    return std::min(symbol_radius_most,
                    symbol_radius * static_cast<float>(std::sqrt(std::max(1.0, 0.5 + 0.5 * count))));
}

std::vector<std::string> style_names() {
    std::vector<std::string> names;
    std::error_code none;
    const std::filesystem::path folder = std::filesystem::path(asset_path("styles/light.json")).parent_path();
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    std::ranges::sort(names);
    return names;
}

Result<std::string> style_path(const std::string& name_or_file) {
    std::error_code none;
    if (name_or_file.find_first_of("/\\.") != std::string::npos) return name_or_file;
    const std::string shipped = asset_path("styles/" + name_or_file + ".json");
    if (std::filesystem::is_regular_file(shipped, none)) return shipped;
    std::string known;
    for (const std::string& name : style_names()) known += (known.empty() ? "" : ", ") + name;
    return fail("there is no style '" + name_or_file + "'", {}, 0,
                "the styles are " + known + "; a style of your own is given as a path, ./" + name_or_file + ".json");
}

std::shared_ptr<const Style> default_style() {
    static const std::shared_ptr<const Style> style = [] {
        auto loaded = load_style(asset_path("styles/light.json"));
        return loaded ? *loaded : std::make_shared<const Style>();
    }();
    return style;
}

}  // namespace chronomap
