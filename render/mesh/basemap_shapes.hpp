#pragma once

#include <array>
#include <vector>

#include "geo/io/basemap.hpp"
#include "geo/spatial/clip.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

class ShapeProjector;

/// Rivers are drawn in this many widths, by their rank.
inline constexpr std::size_t river_classes = 4;

/// The basemap of a view, part by part as it is drawn; `Shape` is what the painter draws a part from: projected points
/// here, a mesh on the GPU, a path of a vector picture.
template <class Fill, class Line>
struct BasemapParts {
    Fill globe{}, land{}, lakes{};
    Line globe_edge{}, graticule{}, coast{}, shores{}, country_lines{}, province_lines{}, disputed_lines{};
    std::array<Line, river_classes> rivers{};
};

/// Closed rings (the last point is not the first; for even-odd fills) and lines, in projected metres.
using BasemapShapes = BasemapParts<std::vector<PlanePoints>, std::vector<PlanePoints>>;

/// What the projector sees of the basemap (null: only globe and graticule), at the detail that suits the view.
BasemapShapes basemap_shapes(const ShapeProjector& projector, const View& view, const Basemap* basemap);

/// `make_fill` and `make_line` applied to every part.
template <class Fill, class Line, class FromFill, class FromLine, class MakeFill, class MakeLine>
BasemapParts<Fill, Line> converted(const BasemapParts<FromFill, FromLine>& from, const MakeFill& make_fill,
                                   const MakeLine& make_line) {
    BasemapParts<Fill, Line> to;
    to.globe = make_fill(from.globe);
    to.land = make_fill(from.land);
    to.lakes = make_fill(from.lakes);
    to.globe_edge = make_line(from.globe_edge);
    to.graticule = make_line(from.graticule);
    to.coast = make_line(from.coast);
    to.shores = make_line(from.shores);
    to.country_lines = make_line(from.country_lines);
    to.province_lines = make_line(from.province_lines);
    to.disputed_lines = make_line(from.disputed_lines);
    for (std::size_t i = 0; i < river_classes; ++i) to.rivers[i] = make_line(from.rivers[i]);
    return to;
}

}  // namespace chronomap
