#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/scene/camera.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// Degrees between the graticule's lines that suit a view's scale.
double graticule_step(const View& view);

/// Which side of the picture a line of the graticule leaves it by, or the globe's edge within the picture.
enum class FrameSide : std::uint8_t { top, right, bottom, left, globe_left, globe_right };

/// Where a line of the graticule meets the frame.
struct GraticuleCrossing {
    std::string words;  ///< "45°E", "40°30′N"
    PixelPoint at;
    FrameSide side = FrameSide::top;
    friend bool operator==(const GraticuleCrossing&, const GraticuleCrossing&) = default;
};

/// Meridians where they cross the upper and lower side of a box in the picture, parallels where they cross its left and
/// right side; a line that crosses none of its own sides (around a pole, on a turned map) is told at another. A
/// parallel of a world that lies within the box is told at the globe's edge. `frame`: left, top, right, bottom in
/// device pixels.
std::vector<GraticuleCrossing> graticule_crossings(const View& view, PixelPoint top_left, PixelPoint bottom_right);

/// "45°E", "7°30′W", "0°", "180°"; `degrees` in [-180, 180] (longitude) or [-90, 90].
std::string longitude_words(double degrees);
std::string latitude_words(double degrees);

}  // namespace chronomap
