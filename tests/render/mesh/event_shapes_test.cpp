#include "render/mesh/event_shapes.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

Place region(double width) {
    Place place;
    place.id = "own:region";
    place.feature = FeatureClass::region;
    place.extent = ExtentClass::area;
    place.location = {10, 50};
    place.box = GeoBox{10 - width / 2, 45, 10 + width / 2, 55};
    return place;
}

/// The widest of the shape's rings, in pixels.
double width_px(const Place& place) {
    const auto view = fit_view({-30, 30, 60, 70}, 900, 600, 1);
    const auto projection = projection_for(view->crs);
    const ShapeProjector projector(**projection, *view, 0.1);
    double least = 1e12, most = -1e12;
    for (const PlanePoints& ring : event_shape(projector, **projection, *view, place, nullptr).rings)
        for (const PlanePoint& at : ring) {
            least = std::min(least, at.x);
            most = std::max(most, at.x);
        }
    return (most - least) / view->metres_per_px;
}

}  // namespace

TEST_CASE("a region known by its box is as wide as the box, one as large as a continent is a circle on the screen") {
    CHECK(width_px(region(10)) == doctest::Approx(80).epsilon(0.5));
    CHECK(width_px(region(20)) == doctest::Approx(2 * width_px(region(10))).epsilon(0.1));
    CHECK(width_px(region(70)) == doctest::Approx(80).epsilon(0.01));
}
