#include "app/export/picture_size.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "render/snapshot/picture.hpp"

namespace chronomap {
namespace {

/// Reads a number at the begin of `text` and takes it away.
bool take(std::string_view& text, double& number) {
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

constexpr int least_side_px = 8;

/// Of a name in lower case.
std::optional<PictureSize> paper_from(std::string_view name) {
    constexpr std::string_view across = "-landscape", upright = "-portrait";
    const bool landscape = name.ends_with(across);
    if (landscape) name.remove_suffix(across.size());
    if (name.ends_with(upright)) name.remove_suffix(upright.size());
    struct Paper {
        std::string_view name;
        double width_mm, height_mm;
    };
    constexpr std::array<Paper, 8> papers{{{"a0", 841, 1189},
                                           {"a1", 594, 841},
                                           {"a2", 420, 594},
                                           {"a3", 297, 420},
                                           {"a4", 210, 297},
                                           {"a5", 148, 210},
                                           {"a6", 105, 148},
                                           {"letter", 215.9, 279.4}}};
    const auto* paper = std::ranges::find(papers, name, &Paper::name);
    if (paper == papers.end()) return std::nullopt;
    PictureSize size{paper->width_mm, paper->height_mm, PictureSize::Unit::millimetres};
    if (landscape) std::swap(size.width, size.height);
    return size;
}

}  // namespace

Result<PictureSize> picture_size_from(const std::string& text) {
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    if (const auto paper = paper_from(lower)) return *paper;
    std::string_view rest = lower;
    PictureSize size;
    const bool sides = take(rest, size.width) && take(rest, 'x') && take(rest, size.height);
    if (rest == "mm") size.unit = PictureSize::Unit::millimetres;
    const bool whole = size.width == std::floor(size.width) && size.height == std::floor(size.height);
    const bool read = sides && (size.unit == PictureSize::Unit::millimetres || (rest.empty() && whole));
    if (!read)
        return fail("'" + text + "' is not a size", {}, 0, "write it as 1920x1080, A4, A3-landscape or 210x297mm");
    if (size.unit == PictureSize::Unit::pixels)
        if (const auto fits = pixels_of(size, 0); !fits) return tl::unexpected(fits.error());
    if (size.width <= 0 || size.height <= 0 || !(size.width < 1e5) || !(size.height < 1e5))
        return fail("no paper is of " + text);
    return size;
}

double pixel_ratio_of(const PictureSize& size, double dpi) {
    if (dpi <= 0) dpi = size.unit == PictureSize::Unit::pixels ? nominal_dpi : usual_print_dpi;
    return dpi / nominal_dpi;
}

Result<PixelSize> pixels_of(const PictureSize& size, double dpi) {
    constexpr double mm_per_inch = 25.4;
    const double factor = size.unit == PictureSize::Unit::pixels ? 1 : (dpi > 0 ? dpi : usual_print_dpi) / mm_per_inch;
    const double width = std::round(size.width * factor), height = std::round(size.height * factor);
    if (width < least_side_px || height < least_side_px || width > most_picture_side_px ||
        height > most_picture_side_px)
        return fail(fmt::format("no picture is of {:.0f}x{:.0f} pixels", width, height), {}, 0,
                    fmt::format("{} to {} a side", least_side_px, most_picture_side_px));
    return PixelSize{static_cast<int>(width), static_cast<int>(height)};
}

}  // namespace chronomap
