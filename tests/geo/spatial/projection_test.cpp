#include "geo/spatial/projection.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <thread>

using namespace chronomap;

TEST_CASE("web mercator puts known points where EPSG:3857 says") {
    const auto projection = Projection::create("EPSG:3857");
    REQUIRE(projection);
    const PlanePoint p = projection->forward({46.927, 39.991});
    CHECK(p.x == doctest::Approx(5223889.7).epsilon(1e-6));
    // 6378137 * ln(tan(45° + 39.991° / 2))
    CHECK(p.y == doctest::Approx(6378137 * std::log(std::tan((45 + 39.991 / 2) * M_PI / 180))).epsilon(1e-9));
}

TEST_CASE("there and back again is the same place in every kind of projection") {
    for (const char* crs :
         {"EPSG:3857", "EPSG:32638", "EPSG:3035", "ESRI:54030", "+proj=lcc +lat_1=39 +lat_2=41 +lon_0=47",
          "+proj=laea +lat_0=40 +lon_0=47", "+proj=eqearth", "+proj=stere +lat_0=90"}) {
        CAPTURE(std::string(crs));
        const auto projection = Projection::create(crs);
        REQUIRE(projection);
        for (const LonLat place : {LonLat{46.9, 39.99}, LonLat{44.5, 40.2}, LonLat{15, 60}}) {
            const LonLat back = projection->inverse(projection->forward(place));
            CHECK(back.lon == doctest::Approx(place.lon).epsilon(1e-5));
            CHECK(back.lat == doctest::Approx(place.lat).epsilon(1e-5));
        }
    }
}

TEST_CASE("a CRS that is unknown or in degrees is refused with a remedy") {
    for (const char* crs : {"EPSG:4326", "EPSG:999999", "nonsense", "+proj=nosuch", "+proj=longlat", ""}) {
        CAPTURE(std::string(crs));
        const auto projection = Projection::create(crs);
        REQUIRE(!projection);
        CHECK(!projection.error().remedy.empty());
    }
}

TEST_CASE("a CRS in feet gives metres") {
    const auto feet = Projection::create("EPSG:2263");  // New York, US survey feet
    const auto metres = Projection::create("EPSG:32618");
    REQUIRE(feet);
    REQUIRE(metres);
    const auto length = [](const Projection& p) {
        const PlanePoint a = p.forward({-74, 40.7}), b = p.forward({-74, 40.8});
        return std::hypot(a.x - b.x, a.y - b.y);
    };
    CHECK(length(*feet) == doctest::Approx(length(*metres)).epsilon(1e-3));
}

TEST_CASE("what has no place in a projection is not finite") {
    const auto globe = Projection::create("+proj=ortho +lat_0=40 +lon_0=47");
    REQUIRE(globe);
    CHECK(!globe->forward({-133, -40}).finite());
    CHECK(globe->forward({47, 40}).finite());
}

TEST_CASE("threads project at the same time with projections of their own") {
    std::vector<std::thread> threads;
    std::vector<double> results(4);
    for (double& result : results)
        threads.emplace_back([&result] {
            const auto projection = projection_for("EPSG:32638");
            for (int i = 0; i < 200; ++i) result = (*projection)->forward({46, 40}).x;
        });
    for (auto& thread : threads) thread.join();
    for (const double result : results) CHECK(result == results[0]);
}
