#include "app/state/view_path.hpp"

#include <doctest/doctest.h>

namespace chronomap {
namespace {

View at(double x, double metres_per_px) {
    View view;
    view.crs = "EPSG:3857";
    view.centre_x = x;
    view.metres_per_px = metres_per_px;
    view.width_px = 1000;
    return view;
}

}  // namespace

TEST_CASE("a flight begins and ends where it should, and its middle lies between") {
    const View from = at(0, 100), to = at(400'000, 50);
    CHECK(view_between(from, to, 0) == from);
    CHECK(view_between(from, to, 1) == to);
    const View near_end = view_between(from, to, 1 - 1e-9);
    CHECK(near_end.centre_x == doctest::Approx(to.centre_x));
    CHECK(near_end.metres_per_px == doctest::Approx(to.metres_per_px));
    double last = -1;
    for (int i = 0; i <= 20; ++i) {
        const View between = view_between(from, to, i / 20.0);
        CHECK(between.centre_x > last);
        last = between.centre_x;
    }
}

TEST_CASE("a far flight zooms out on its way, a near one does not") {
    CHECK(view_between(at(0, 100), at(1'000'000, 100), 0.5).metres_per_px > 200);
    CHECK(view_between(at(0, 100), at(1'000, 100), 0.5).metres_per_px == doctest::Approx(100).epsilon(0.01));
}

TEST_CASE("a flight that only zooms keeps its centre and its ratio") {
    const View middle = view_between(at(7, 400), at(7, 100), 0.5);
    CHECK(middle.centre_x == doctest::Approx(7));
    CHECK(middle.metres_per_px == doctest::Approx(200));
}

TEST_CASE("farther flights take longer, and none is made between projections") {
    View elsewhere = at(0, 100);
    elsewhere.crs = "EPSG:32638";
    CHECK(flight_seconds(at(0, 100), at(0, 100)) == 0);
    CHECK(flight_seconds(at(0, 100), at(100'000, 100)) < flight_seconds(at(0, 100), at(900'000, 100)));
    CHECK(flight_seconds(at(0, 100), elsewhere) == 0);
}

}  // namespace chronomap
