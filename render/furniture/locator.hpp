#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "geo/io/basemap.hpp"
#include "geo/spatial/clip.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// True for maps of a region, whose readers may ask where on earth it is.
bool locator_helps(const View& view);

/// A small map of what is around a map, with the map's own extent in it. Shapes are cut to its box and in metres of its
/// own projection; `view` puts them at their place on the picture.
struct Locator {
    View view;
    std::vector<PlanePoints> paper;  ///< the box itself
    std::vector<PlanePoints> globe;  ///< what of the box lies on the globe
    std::vector<PlanePoints> land, lakes;
    std::vector<PlanePoints> borders;  ///< lines
    std::vector<PlanePoints> extent;  ///< what the large map shows; a small square where that would be too small to see
};

/// The locator of a map for a box of its picture; about seven times as wide as the map, the globe for half a continent.
/// Null where the map's centre lies off the globe.
std::shared_ptr<const Locator> make_locator(const Basemap& basemap, const View& map, const PixelBox& box);

/// A locator as it is drawn from: meshes on the GPU, or paths of a vector picture.
template <class Fill, class Line>
struct LocatorParts {
    Fill paper{}, globe{}, land{}, lakes{}, extent{};
    Line paper_line{}, globe_line{}, borders{}, extent_line{};
};

/// `make_fill` and `make_line` applied to every shape.
template <class Fill, class Line, class MakeFill, class MakeLine>
LocatorParts<Fill, Line> parts_of(const Locator& locator, const MakeFill& make_fill, const MakeLine& make_line) {
    const auto closed = [](std::vector<PlanePoints> rings) {
        for (PlanePoints& ring : rings) ring.push_back(ring.front());
        return rings;
    };
    return {make_fill(locator.paper),         make_fill(locator.globe),   make_fill(locator.land),
            make_fill(locator.lakes),         make_fill(locator.extent),  make_line(closed(locator.paper)),
            make_line(closed(locator.globe)), make_line(locator.borders), make_line(closed(locator.extent))};
}

/// Draws a locator, the same for every kind of picture. `pen` has fill and stroke for the shapes of `parts`.
template <class AnyPen, class Parts>
void draw_locator(const View& view, const Style& style, AnyPen& pen, const Parts& parts) {
    Colour ground = style.panel.fill;
    ground.a = 1;
    pen.fill(view, parts.paper, ground);
    pen.fill(view, parts.globe, style.water);
    pen.fill(view, parts.land, style.land);
    pen.fill(view, parts.lakes, style.water);
    LineStyle line = style.country_line;
    line.width = 0.7f;
    line.dash = {};
    pen.stroke(view, parts.borders, line);
    Colour mark = style.of(TextClass::date).colour;
    pen.stroke(view, parts.extent_line, {mark, 1.6f, {}});
    mark.a = 0.22f;
    pen.fill(view, parts.extent, mark);
    Colour edge = style.panel.edge;
    edge.a = 1;
    pen.stroke(view, parts.globe_line, {edge, 0.8f, {}});
    pen.stroke(view, parts.paper_line, {edge, 1.2f, {}});
}

}  // namespace chronomap
