#include "render/furniture/locator.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "geo/base/asset_paths.hpp"
#include "render/scene/camera.hpp"

using namespace chronomap;

namespace {

constexpr PixelBox box{20, 440, 160, 580};

std::shared_ptr<const Basemap> world_basemap() {
    static const auto basemap = Basemap::open(asset_path("basemap.pack"));
    REQUIRE(basemap);
    return *basemap;
}

/// The middle of the extent's ring, on the picture.
PixelPoint middle_of_extent(const Locator& locator) {
    double x = 0, y = 0;
    const PlanePoints& ring = locator.extent.front();
    for (const PlanePoint& point : ring) x += point.x / ring.size(), y += point.y / ring.size();
    return screen_from_plane(locator.view, {x, y});
}

}  // namespace

TEST_CASE("a locator shows the map's extent in the middle of its box, and nothing outside of the box") {
    for (const GeoBox shown : {GeoBox{44, 38, 50, 42}, GeoBox{46.6, 39.7, 46.9, 39.9}, GeoBox{20, 30, 60, 50}}) {
        const View map = *fit_view(shown, 800, 600, 1);
        const auto locator = make_locator(*world_basemap(), map, box);
        REQUIRE(locator);
        REQUIRE(!locator->extent.empty());
        CHECK(!locator->land.empty());
        const PixelPoint middle = middle_of_extent(*locator);
        CHECK(std::abs(middle.x - 90) < 6);
        CHECK(std::abs(middle.y - 510) < 6);
        for (const auto* shapes :
             {&locator->land, &locator->lakes, &locator->borders, &locator->extent, &locator->globe})
            for (const PlanePoints& shape : *shapes)
                for (const PlanePoint& point : shape) {
                    const PixelPoint at = screen_from_plane(locator->view, point);
                    REQUIRE(at.x > box.left - 0.01);
                    REQUIRE(at.x < box.right + 0.01);
                    REQUIRE(at.y > box.top - 0.01);
                    REQUIRE(at.y < box.bottom + 0.01);
                }
    }
}

TEST_CASE("a tiny extent is still seen in the locator") {
    const View map = *fit_view({46.9, 39.98, 46.93, 40}, 800, 600, 1);
    const auto locator = make_locator(*world_basemap(), map, box);
    REQUIRE(locator);
    const PlanePoints& ring = locator->extent.at(0);
    CHECK(std::abs(ring[1].x - ring[0].x) / locator->view.metres_per_px > 5);
}

TEST_CASE("a locator helps on maps of a region, not of a continent") {
    CHECK(locator_helps(*fit_view({44, 38, 50, 42}, 800, 600, 1)));
    CHECK(!locator_helps(*fit_view({-30, -30, 60, 60}, 800, 600, 1)));
}
