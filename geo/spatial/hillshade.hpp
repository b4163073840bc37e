#pragma once

#include <cstdint>
#include <vector>

namespace chronomap {

/// Heights on the pixels of a map, row by row from the top left.
struct ElevationGrid {
    int width = 0, height = 0;
    double ground_metres_per_px = 0;  ///< on the ground at the grid's centre, not on the projected plane
    std::vector<float> metres;        ///< width * height; NaN where nothing is known
    double detail_metres = 0;         ///< on the ground: the finest that the heights tell, where that is not a pixel
};

/// Brightness on the pixels of a map, row by row from the top left.
struct ShadeGrid {
    int width = 0, height = 0;
    std::vector<std::uint8_t> shade;  ///< width * height; 1 dark to 255 light, `flat_shade` on the level; 0: unknown
};

/// Of level ground under a light 45 degrees high: 1 + 254 sin 45.
constexpr std::uint8_t flat_shade = 181;

/// How many times heights are drawn too high, so that relief is seen at any scale: 1 up to 100 m a pixel, growing with
/// the square root of the pixel beyond, because mountains average out in large pixels.
double relief_exaggeration(double ground_metres_per_px);

/// Lit from four sides at once (225, 270, 315 and 360 degrees, 45 degrees high), each weighed by how far a slope turns
/// from it, so that no ridge vanishes along one light: Mark, "Multidirectional, oblique-weighted, shaded-relief image
/// of the Island of Hawaii", USGS Open-File Report 92-422, 1992. Slopes after Horn, "Hill shading and the reflectance
/// map", Proc. IEEE 69(1), 1981. A neighbour that is unknown or outside counts as high as the pixel itself: ask for
/// one pixel more on each side where the border matters.
ShadeGrid hillshade(const ElevationGrid& heights, double exaggeration);

}  // namespace chronomap
