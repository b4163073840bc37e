#include "render/mesh/layer_shapes.hpp"

#include <cmath>

namespace chronomap {
namespace {

PlanePoints disc_around(PlanePoint at, double radius) {
    constexpr int corners = 24;
    PlanePoints ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * M_PI * i / corners;
        ring.push_back({at.x + radius * std::cos(angle), at.y + radius * std::sin(angle)});
    }
    return ring;
}

}  // namespace

LayerShape layer_shape(const ShapeProjector& projector, const Projection& projection, const LayerFeature& feature,
                       double disc_radius_m) {
    LayerShape shape;
    for (const auto& part : feature.parts) {
        PlanePoints points = plane_points(part);
        switch (feature.extent) {
            case ExtentClass::area:
                projector.add_ring(points, shape.rings);
                if (!points.empty() && !(points.front() == points.back())) points.push_back(points.front());
                projector.add_line(points, ShapeProjector::Kind::outline, shape.lines);
                break;
            case ExtentClass::line:
                projector.add_line(points, ShapeProjector::Kind::line, shape.lines);
                break;
            case ExtentClass::point:
                for (const LonLat& at : part)
                    if (const PlanePoint p = projection.forward(at); p.finite()) {
                        shape.rings.push_back(disc_around(p, disc_radius_m));
                        shape.lines.push_back(shape.rings.back());
                        shape.lines.back().push_back(shape.rings.back().front());
                    }
                break;
        }
    }
    return shape;
}

std::vector<PlanePoints> hatch_lines(const View& view, double spacing_m, HatchLean lean) {
    // A quarter of the view around it, so that a moving map finds them there.
    const double reach_x = view.width_px * view.metres_per_px * 0.75;
    const double reach_y = view.height_px * view.metres_per_px * 0.75;
    const double west = view.centre_x - reach_x, east = view.centre_x + reach_x;
    const double south = view.centre_y - reach_y, north = view.centre_y + reach_y;
    const double slope = lean == HatchLean::right ? 1 : -1;
    // Lines y = slope x + c; c counts from the plane's own origin.
    const double step = spacing_m * std::sqrt(2.0);
    const double least = slope > 0 ? south - east : south + west, most = slope > 0 ? north - west : north + east;
    std::vector<PlanePoints> lines;
    for (double c = std::ceil(least / step) * step; c <= most; c += step) {
        const double y_west = slope * west + c, y_east = slope * east + c;
        lines.push_back({{west, y_west}, {east, y_east}});
    }
    return lines;
}

}  // namespace chronomap
