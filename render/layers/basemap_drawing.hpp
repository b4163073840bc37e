#pragma once

#include <algorithm>
#include <array>

#include "render/mesh/basemap_shapes.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// The order and the looks of the basemap's parts, the same for every kind of picture. `pen` has fill, stroke and
/// fill_with_bands as Pen has them, for the parts' own kinds of shape. The page is cleared by the caller.
template <class Fill, class Line, class AnyPen>
void draw_basemap(const View& view, const Style& style, const BasemapParts<Fill, Line>& parts, AnyPen& pen) {
    pen.fill(view, parts.globe, style.water);
    // Bands on the water along the coast; the land covers their other half. Narrower where the whole world is small.
    const double zoom = basemap_zoom(view);
    const float band_scale = static_cast<float>(std::clamp((zoom - 1.0) / 4.0, 0.25, 1.0));
    std::array<LineStyle, 3> bands = style.coast_bands;
    for (LineStyle& band : bands) band.width *= band_scale;
    for (const LineStyle& band : bands) pen.stroke(view, parts.coast, band);
    pen.stroke(view, parts.graticule, style.graticule);
    pen.fill(view, parts.land, style.land);
    const float thin = static_cast<float>(std::clamp(0.55 + (zoom - 2) * 0.15, 0.55, 1.0));
    for (std::size_t i = 0; i < river_classes; ++i) {
        LineStyle river = style.river;
        river.width *= thin * std::max(0.3f, 1 - style.river_thinning * 3 * static_cast<float>(i));
        pen.stroke(view, parts.rivers[i], river);
    }
    if (band_scale > 0.6f)
        pen.fill_with_bands(view, parts.lakes, style.water, parts.shores, bands);
    else
        pen.fill(view, parts.lakes, style.water);
    const auto thinner = [&](LineStyle line) {
        line.width *= thin;
        return line;
    };
    pen.stroke(view, parts.shores, thinner(style.lake_shore));
    pen.stroke(view, parts.coast, thinner(style.coast));
    pen.stroke(view, parts.country_lines, thinner(style.country_band));
    pen.stroke(view, parts.province_lines, thinner(style.province_line));
    pen.stroke(view, parts.country_lines, thinner(style.country_line));
    pen.stroke(view, parts.disputed_lines, thinner(style.disputed_line));
    pen.stroke(view, parts.globe_edge, style.globe_edge);
}

}  // namespace chronomap
