#pragma once

#include <cstdint>
#include <string>

#include "geo/base/result.hpp"

namespace chronomap {

struct PixelSize {
    int width = 0, height = 0;
};

/// A picture's size as typed: pixels, or millimetres of paper.
struct PictureSize {
    double width = 0, height = 0;
    enum class Unit : std::uint8_t { pixels, millimetres } unit = Unit::pixels;
};

/// Of which nominal pixels are one.
inline constexpr double nominal_dpi = 96;
/// What paper is printed with when nothing else is said.
inline constexpr double usual_print_dpi = 300;

/// "1920x1080", "210x297mm", "A4", "a3-landscape" (ISO 216, A0 to A6; upright without "-landscape"), "letter". Error:
/// anything else, or a side that pictures cannot have.
Result<PictureSize> picture_size_from(const std::string& text);
/// In pixels. `dpi` is for paper; 0: usual_print_dpi. Error: a side that is not of 8 to 32768 pixels then.
Result<PixelSize> pixels_of(const PictureSize& size, double dpi);
/// Of 96 dpi, the nominal pixel: how much larger text and lines are drawn so that they are as large on paper as their
/// nominal size says. `dpi` 0: as for pixels_of.
double pixel_ratio_of(const PictureSize& size, double dpi);

}  // namespace chronomap
