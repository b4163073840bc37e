#include "render/scene/view.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "render/scene/camera.hpp"

using namespace chronomap;

namespace {

PlacePtr place_at(double lon, double lat) {
    Place place;
    place.location = {lon, lat};
    return std::make_shared<Place>(place);
}

bool box_holds(const GeoBox& box, LonLat p) {
    const double width = box.east < box.west ? box.east - box.west + 360 : box.east - box.west;
    double from_west = std::fmod(p.lon - box.west + 720, 360);
    return from_west <= width && box.south <= p.lat && p.lat <= box.north;
}

}  // namespace

TEST_CASE("the projection suits the extent") {
    CHECK(default_crs({44, 38, 50, 42}).find("+proj=lcc") == 0);
    CHECK(default_crs({-30, 30, 60, 70}).find("+proj=laea") == 0);
    CHECK(default_crs({-180, -60, 180, 84}).find("+proj=eqearth") == 0);
    CHECK(default_crs({-180, 60, 180, 90}).find("+proj=laea +lat_0=90") == 0);
}

TEST_CASE("a fitted view holds its extent within the margin") {
    for (const GeoBox extent : {GeoBox{44, 38, 50, 42}, GeoBox{170, -20, -170, -10}, GeoBox{-30, 30, 60, 70},
                                GeoBox{-180, -60, 180, 84}, GeoBox{10, 78, 30, 85}}) {
        CAPTURE(extent.west);
        const auto view = fit_view(extent, 800, 600, 1, {}, 48);
        REQUIRE(view);
        const double width = extent.east < extent.west ? extent.east - extent.west + 360 : extent.east - extent.west;
        double least_x = 1e9, most_x = -1e9, least_y = 1e9, most_y = -1e9;
        for (double u = 0.001; u < 1; u += 0.0499)
            for (double v = 0; v <= 1; v += 0.05) {
                const auto p = screen_from_lonlat(
                    *view, {extent.west + width * u, extent.south + (extent.north - extent.south) * v});
                REQUIRE(p);
                least_x = std::min(least_x, p->x), most_x = std::max(most_x, p->x);
                least_y = std::min(least_y, p->y), most_y = std::max(most_y, p->y);
            }
        CHECK(least_x >= 46);
        CHECK(most_x <= 754);
        CHECK(least_y >= 46);
        CHECK(most_y <= 554);
        // And it is no smaller than it must be.
        CHECK((most_x - least_x > 650 || most_y - least_y > 450));
    }
}

TEST_CASE("an unknown projection is an error") {
    CHECK(!fit_view({44, 38, 50, 42}, 800, 600, 1, "EPSG:4326"));
    CHECK(!fit_view({44, 38, 50, 42}, 0, 600, 1));
}

TEST_CASE("the extent of places goes the short way round the globe") {
    const GeoBox fiji = extent_of({place_at(178, -18), place_at(-179, -17)});
    CHECK(fiji.west > fiji.east);
    CHECK(box_holds(fiji, {179.5, -17.5}));
    CHECK(!box_holds(fiji, {0, -17.5}));
}

TEST_CASE("a single town still shows its region") {
    const GeoBox box = extent_of({place_at(46.93, 39.99)});
    CHECK(box_holds(box, {46.93, 39.99}));
    CHECK(box.north - box.south > 1);
    CHECK(box.north - box.south < 4);
}

TEST_CASE("zooming keeps the point under the cursor and panning moves by pixels") {
    const auto view = fit_view({44, 38, 50, 42}, 800, 600, 1);
    REQUIRE(view);
    const auto before = lonlat_from_screen(*view, {600, 200});
    REQUIRE(before);
    const View closer = zoomed_at(*view, 2, 600, 200);
    const auto after = lonlat_from_screen(closer, {600, 200});
    REQUIRE(after);
    CHECK(after->lon == doctest::Approx(before->lon));
    CHECK(after->lat == doctest::Approx(before->lat));
    CHECK(closer.metres_per_px == doctest::Approx(view->metres_per_px / 2));
    const auto moved = screen_from_lonlat(panned(*view, 30, -20), *before);
    REQUIRE(moved);
    CHECK(moved->x == doctest::Approx(630));
    CHECK(moved->y == doctest::Approx(180));
}

TEST_CASE("what a view shows: a region, a pole with all longitudes, nothing off the globe") {
    const auto region = fit_view({44, 38, 50, 42}, 800, 600, 1);
    const GeoBox box = visible_box(*region, **projection_for(region->crs));
    CHECK(box.west < 44);
    CHECK(box.east > 50);
    CHECK(box.east - box.west < 20);
    const auto pole = fit_view({-180, 60, 180, 90}, 800, 600, 1);
    REQUIRE(pole);
    const GeoBox polar = visible_box(*pole, **projection_for(pole->crs));
    CHECK(polar.north == 90);
    CHECK(polar.east - polar.west == doctest::Approx(360));
    const auto world = fit_view({-180, -60, 180, 84}, 800, 600, 1);
    CHECK(!lonlat_from_screen(*world, {2, 2}));
}
