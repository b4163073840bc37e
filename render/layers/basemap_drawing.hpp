#pragma once

#include <algorithm>
#include <array>

#include "render/mesh/basemap_shapes.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/relief.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// The order and the looks of the basemap's parts, the same for every kind of picture. `pen` has fill, stroke and
/// fill_with_bands as Pen has them, for the parts' own kinds of shape. The page is cleared by the caller. `relief` may
/// be null; `draw_relief()` shades the land with it and is seen nowhere else.
template <class Fill, class Line, class AnyPen, class DrawRelief>
void draw_basemap(const View& view, const Style& style, const BasemapParts<Fill, Line>& parts, AnyPen& pen,
                  const ReliefPicture* relief, const DrawRelief& draw_relief) {
    pen.fill(view, parts.globe, style.water);
    // Bands on the water along the coast; the land covers their other half.
    for (const LineStyle& band : style.coast_bands) pen.stroke(view, parts.coast, band);
    pen.stroke(view, parts.graticule, style.graticule);
    pen.fill(view, parts.land, style.land);
    if (relief && relief->view.crs == view.crs) pen.inside(view, parts.land, draw_relief);
    for (std::size_t i = 0; i < river_classes; ++i) {
        LineStyle river = style.river;
        river.width *= std::max(0.3f, 1 - style.river_thinning * 3 * static_cast<float>(i));
        pen.stroke(view, parts.rivers[i], river);
    }
    // Where the whole world is small, lakes are too small for bands.
    constexpr double least_zoom_of_lake_bands = 3.4;
    if (web_zoom(view) > least_zoom_of_lake_bands)
        pen.fill_with_bands(view, parts.lakes, style.water, parts.shores, style.coast_bands);
    else
        pen.fill(view, parts.lakes, style.water);
    pen.stroke(view, parts.shores, style.lake_shore);
    pen.stroke(view, parts.coast, style.coast);
    pen.stroke(view, parts.country_lines, style.country_band);
    pen.stroke(view, parts.province_lines, style.province_line);
    pen.stroke(view, parts.country_lines, style.country_line);
    pen.stroke(view, parts.disputed_lines, style.disputed_line);
    pen.stroke(view, parts.globe_edge, style.globe_edge);
}

}  // namespace chronomap
