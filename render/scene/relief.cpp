#include "render/scene/relief.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "geo/io/elevation_file.hpp"
#include "geo/spatial/hillshade.hpp"

namespace chronomap {
namespace {

constexpr int most_side_px = 2048;
/// Shadows are warm and light is white, as in printed atlases.
constexpr std::uint8_t shadow[3] = {52, 40, 28};

/// Level ground is clear; shade goes towards the shadow's colour, light towards white.
Image image_of(const ShadeGrid& shades) {
    Image image{shades.width, shades.height, {}};
    image.rgba.reserve(shades.shade.size() * 4);
    for (const std::uint8_t shade : shades.shade) {
        const double level = static_cast<double>(shade) / flat_shade;  // 1 on the level
        const bool dark = level < 1;
        // The lights' mean flattens slopes: contrast is raised before it is drawn.
        const double strength = shade == 0 ? 0 : std::min(1.0, std::abs(level - 1) * (dark ? 2.6 : 1.7));
        for (int channel = 0; channel < 3; ++channel) image.rgba.push_back(dark ? shadow[channel] : 255);
        image.rgba.push_back(static_cast<std::uint8_t>(std::lround(255 * strength)));
    }
    return image;
}

}  // namespace

Result<ReliefPtr> make_relief(const std::string& path, const View& view, double margin) {
    ReliefPicture relief;
    relief.view = view;
    relief.view.width_px = static_cast<int>(view.width_px * (1 + 2 * margin));
    relief.view.height_px = static_cast<int>(view.height_px * (1 + 2 * margin));
    const double shrink = std::max(1.0, double(std::max(relief.view.width_px, relief.view.height_px)) / most_side_px);
    const int width = std::max(2, static_cast<int>(relief.view.width_px / shrink));
    const int height = std::max(2, static_cast<int>(relief.view.height_px / shrink));
    // The covered part is a whole number of the picture's own pixels.
    const double metres = view.metres_per_px * shrink;
    relief.view.width_px = static_cast<int>(std::lround(width * shrink));
    relief.view.height_px = static_cast<int>(std::lround(height * shrink));
    const auto heights = read_elevation(
        path, {view.crs, view.centre_x - width * metres / 2, view.centre_y + height * metres / 2, metres}, width,
        height);
    if (!heights) return tl::unexpected(heights.error());
    relief.image = image_of(hillshade(*heights, relief_exaggeration(heights->ground_metres_per_px)));
    relief.path = path;
    relief.source = "Relief: file " + std::filesystem::path(path).filename().string();
    return std::make_shared<const ReliefPicture>(std::move(relief));
}

PixelBox box_on(const View& view, const View& part) {
    const double left = (part.centre_x - part.width_px * part.metres_per_px / 2 - view.centre_x) / view.metres_per_px +
                        view.width_px / 2.0;
    const double top = (view.centre_y - part.centre_y - part.height_px * part.metres_per_px / 2) / view.metres_per_px +
                       view.height_px / 2.0;
    const double scale = part.metres_per_px / view.metres_per_px;
    return {left, top, left + part.width_px * scale, top + part.height_px * scale};
}

bool serves(const ReliefPicture& relief, const View& view) {
    const View& has = relief.view;
    if (has.crs != view.crs) return false;
    const double ratio = view.metres_per_px / has.metres_per_px;
    if (ratio < 0.66 || ratio > 1.5) return false;
    const auto covers = [&](double centre, double side, double wanted_centre, double wanted_side) {
        return std::abs(centre - wanted_centre) * 2 + wanted_side * view.metres_per_px <=
               side * has.metres_per_px + 2 * has.metres_per_px;
    };
    return covers(has.centre_x, has.width_px, view.centre_x, view.width_px) &&
           covers(has.centre_y, has.height_px, view.centre_y, view.height_px);
}

}  // namespace chronomap
