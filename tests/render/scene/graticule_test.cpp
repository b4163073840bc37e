#include "render/scene/graticule.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace chronomap;

namespace {

std::vector<GraticuleCrossing> crossings_of(const View& view) {
    return graticule_crossings(view, {0, 0}, {double(view.width_px), double(view.height_px)});
}

/// What stands at a side, in the order of the crossings.
std::vector<std::string> words_at(const std::vector<GraticuleCrossing>& crossings, FrameSide side) {
    std::vector<std::string> words;
    for (const GraticuleCrossing& crossing : crossings)
        if (crossing.side == side) words.push_back(crossing.words);
    return words;
}

/// Degrees as the words say them: "45°30′N" is 45.5, "7°W" is -7.
double degrees_in(const std::string& words) {
    const std::size_t sign = words.find("°"), minutes = words.find("′");
    double degrees = std::stod(words.substr(0, sign));
    if (minutes != std::string::npos) degrees += std::stod(words.substr(sign + 2)) / 60;
    return words.ends_with("W") || words.ends_with("S") ? -degrees : degrees;
}

}  // namespace

TEST_CASE("degrees are written as on maps") {
    CHECK(longitude_words(45) == "45°E");
    CHECK(longitude_words(-7.5) == "7°30′W");
    CHECK(longitude_words(0) == "0°");
    CHECK(longitude_words(180) == "180°");
    CHECK(longitude_words(-180) == "180°");
    CHECK(longitude_words(190) == "170°W");
    CHECK(latitude_words(40.1) == "40°06′N");
    CHECK(latitude_words(-40) == "40°S");
    CHECK(latitude_words(0) == "0°");
}

TEST_CASE("each crossing lies where PROJ puts its line, in every family of projections") {
    const GeoBox karabakh{44, 38.5, 49, 41.5};
    for (const auto& [crs, box] :
         std::map<std::string, GeoBox>{{"", karabakh},
                                       {"EPSG:3857", karabakh},
                                       {"+proj=ortho +lat_0=40 +lon_0=46", {40, 36, 52, 44}},
                                       {"EPSG:3995", {-180, 60, 180, 90}},
                                       {"+proj=laea +lat_0=-10 +lon_0=180", {170, -20, -170, 0}}}) {
        CAPTURE(crs);
        const View view = *fit_view(box, 800, 600, 1, crs);
        const auto crossings = crossings_of(view);
        CHECK(crossings.size() >= 6);
        for (const GraticuleCrossing& crossing : crossings) {
            CAPTURE(crossing.words);
            const auto there = lonlat_from_screen(view, crossing.at);
            REQUIRE(there);
            const bool is_parallel = crossing.words.ends_with("N") || crossing.words.ends_with("S");
            const bool is_meridian = crossing.words.ends_with("E") || crossing.words.ends_with("W");
            const double degrees = degrees_in(crossing.words);
            const double one_pixel = view.metres_per_px / 111320;
            if (is_parallel) CHECK(std::abs(there->lat - degrees) < one_pixel);
            if (is_meridian)
                CHECK(std::abs(std::remainder(there->lon - degrees, 360)) * std::cos(there->lat * M_PI / 180) <
                      one_pixel);
        }
    }
}

TEST_CASE("a region tells meridians above and below, parallels at the left and right") {
    const auto crossings = crossings_of(*fit_view({44, 38.5, 49, 41.5}, 800, 600, 1));
    for (const GraticuleCrossing& crossing : crossings) {
        const bool above_or_below = crossing.side == FrameSide::top || crossing.side == FrameSide::bottom;
        CHECK(crossing.words.ends_with(above_or_below ? "E" : "N"));
    }
    CHECK(words_at(crossings, FrameSide::top).size() >= 4);
    CHECK(words_at(crossings, FrameSide::left).size() >= 3);
}

TEST_CASE("a whole world tells its parallels at the globe's edge") {
    const auto crossings = crossings_of(*fit_view({-180, -90, 180, 90}, 1000, 500, 1, "+proj=eqearth"));
    CHECK(words_at(crossings, FrameSide::top).empty());
    const auto left = words_at(crossings, FrameSide::globe_left);
    CHECK(std::ranges::find(left, "0°") != left.end());
    CHECK(std::ranges::find(left, "60°S") != left.end());
}

TEST_CASE("an unknown projection or an empty frame has no crossings") {
    View view;
    view.crs = "no such thing";
    CHECK(crossings_of(view).empty());
    CHECK(graticule_crossings(*fit_view({44, 38.5, 49, 41.5}, 800, 600, 1), {10, 10}, {10, 10}).empty());
}
