#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "render/mesh/basemap_shapes.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/ground.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// The order and the looks of the basemap's parts, the same for every kind of picture. `pen` has fill, stroke and
/// fill_with_bands as Pen has them, for the parts' own kinds of shape. The page is cleared by the caller.
/// `draw_sheet(sheet)` draws one picture of `ground`.
template <class Fill, class Line, class AnyPen, class DrawSheet>
void draw_basemap(const View& view, const Style& style, const BasemapParts<Fill, Line>& parts, AnyPen& pen,
                  std::span<const GroundSheet> ground, const DrawSheet& draw_sheet) {
    const auto lies_on = [&](GroundPlace place) {
        return std::ranges::any_of(ground, [&](const GroundSheet& each) { return each.picture->place == place; });
    };
    const auto draw_all = [&](GroundPlace place) {
        for (const GroundSheet& sheet : ground)
            if (sheet.picture->place == place) draw_sheet(sheet);
    };
    const auto draw_rivers = [&] {
        for (std::size_t i = 0; i < river_classes; ++i) {
            LineStyle river = style.river;
            river.width *= std::max(0.3f, 1 - style.river_thinning * 3 * static_cast<float>(i));
            pen.stroke(view, parts.rivers[i], river);
        }
    };
    const bool covered = lies_on(GroundPlace::over);
    pen.fill(view, parts.globe, style.water);
    if (lies_on(GroundPlace::sea)) pen.inside(view, parts.globe, [&] { draw_all(GroundPlace::sea); });
    // Bands on the water along the coast; the land covers their other half.
    for (const LineStyle& band : style.coast_bands) pen.stroke(view, parts.coast, band);
    pen.stroke(view, parts.graticule, style.graticule);
    pen.fill(view, parts.land, style.land);
    if (lies_on(GroundPlace::land)) pen.inside(view, parts.land, [&] { draw_all(GroundPlace::land); });
    if (!covered) draw_rivers();
    // Where the whole world is small, lakes are too small for bands.
    constexpr double least_zoom_of_lake_bands = 3.4;
    const bool banded = web_zoom(view) > least_zoom_of_lake_bands;
    if (lies_on(GroundPlace::sea)) {
        // The Caspian Sea is a lake to the basemap.
        pen.fill(view, parts.lakes, style.water);
        pen.inside(view, parts.lakes, [&] {
            draw_all(GroundPlace::sea);
            if (!banded) return;
            for (const LineStyle& band : style.coast_bands) pen.stroke(view, parts.shores, band);
        });
    } else if (banded) {
        pen.fill_with_bands(view, parts.lakes, style.water, parts.shores, style.coast_bands);
    } else {
        pen.fill(view, parts.lakes, style.water);
    }
    // A picture of the ground hides fills and soft bands, but no lines.
    if (covered) {
        pen.stroke(view, parts.country_lines, style.country_band);
        pen.inside(view, parts.globe, [&] { draw_all(GroundPlace::over); });
        draw_rivers();
    }
    pen.stroke(view, parts.shores, style.lake_shore);
    pen.stroke(view, parts.coast, style.coast);
    if (!covered) pen.stroke(view, parts.country_lines, style.country_band);
    pen.stroke(view, parts.province_lines, style.province_line);
    pen.stroke(view, parts.country_lines, style.country_line);
    pen.stroke(view, parts.disputed_lines, style.disputed_line);
    pen.stroke(view, parts.globe_edge, style.globe_edge);
}

}  // namespace chronomap
