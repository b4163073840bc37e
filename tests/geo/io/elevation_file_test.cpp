#include "geo/io/elevation_file.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>

#include "geo/spatial/projection.hpp"

using namespace chronomap;

namespace {

/// A folder of its own for a test's files, gone with it.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("chronomap-elevation-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name) << text;
        return (path / name).string();
    }
};

constexpr const char* wgs84 =
    R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],)"
    R"(UNIT["degree",0.0174532925199433]])";

/// An ASCII grid of square cells of `cell` degrees, its value that of `height` at each cell's centre.
std::string grid_text(double west, double south, int columns, int rows, double cell,
                      const std::function<double(double lon, double lat)>& height) {
    std::string text = "ncols " + std::to_string(columns) + "\nnrows " + std::to_string(rows) + "\nxllcorner " +
                       std::to_string(west) + "\nyllcorner " + std::to_string(south) + "\ncellsize " +
                       std::to_string(cell) + "\nNODATA_value -9999\n";
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            text += std::to_string(height(west + (column + 0.5) * cell, south + (rows - row - 0.5) * cell)) + " ";
        text += "\n";
    }
    return text;
}

/// `size` x `size` pixels around a place.
Georeference around(const std::string& crs, LonLat place, double metres_per_px, int size) {
    const PlanePoint at = (*projection_for(crs))->forward(place);
    return {crs, at.x - metres_per_px * size / 2, at.y + metres_per_px * size / 2, metres_per_px};
}

}  // namespace

TEST_CASE("heights are warped to conic, Mercator and orthographic pixels") {
    const Folder folder;
    folder.write("east.prj", wgs84);
    const auto file =
        folder.write("east.asc", grid_text(40, 35, 20, 20, 0.5, [](double lon, double) { return lon * 100; }));
    for (const std::string crs :
         {"+proj=lcc +lat_1=38 +lat_2=42 +lon_0=45", "EPSG:3857", "+proj=ortho +lat_0=30 +lon_0=40"}) {
        CAPTURE(crs);
        const auto grid = read_elevation(file, around(crs, {44.3, 40.1}, 5000, 9), 9, 9);
        REQUIRE_MESSAGE(grid, (grid ? "" : grid.error().text()));
        CHECK(grid->metres[40] == doctest::Approx(4430).epsilon(0.001));
        CHECK(grid->metres[44] > grid->metres[36] + 20);
    }
}

TEST_CASE("a pixel of a Mercator map counts by its size on the ground") {
    const Folder folder;
    folder.write("flat.prj", wgs84);
    const auto file = folder.write("flat.asc", grid_text(40, 50, 20, 20, 1, [](double, double) { return 7; }));
    const auto grid = read_elevation(file, around("EPSG:3857", {50, 60}, 1000, 3), 3, 3);
    REQUIRE(grid);
    CHECK(grid->ground_metres_per_px == doctest::Approx(500).epsilon(0.01));
}

TEST_CASE("between the pixels of a file that is coarser than the map heights are smooth, and it tells how coarse") {
    const Folder folder;
    folder.write("steps.prj", wgs84);
    const auto file = folder.write(
        "steps.asc", grid_text(40, 35, 20, 20, 0.5, [](double lon, double) { return lon < 45 ? 0 : 1000; }));
    const auto grid = read_elevation(file, around("EPSG:3857", {45, 40}, 1000, 101), 101, 101);
    REQUIRE(grid);
    CHECK(grid->detail_metres == doctest::Approx(0.5 * 85.2e3).epsilon(0.03));
    const float* row = grid->metres.data() + static_cast<std::ptrdiff_t>(50) * 101;
    CHECK(row[50] == doctest::Approx(500).epsilon(0.1));
    float steepest_turn = 0;
    for (int x = 1; x < 100; ++x)
        steepest_turn = std::max(steepest_turn, std::abs(row[x + 1] - 2 * row[x] + row[x - 1]));
    // Straight lines between the pixels would turn by some 18 m at each of them.
    CHECK(steepest_turn < 4);
    const auto fine = read_elevation(file, around("EPSG:3857", {45, 40}, 100000, 9), 9, 9);
    REQUIRE(fine);
    CHECK(fine->detail_metres == 0);
}

TEST_CASE("a map across the antimeridian has heights on both sides") {
    const Folder folder;
    folder.write("world.prj", wgs84);
    const auto file = folder.write("world.asc", grid_text(-180, -90, 72, 36, 5, [](double, double) { return 250; }));
    const auto grid = read_elevation(file, around("+proj=merc +lon_0=180", {180, 10}, 100000, 20), 20, 20);
    REQUIRE(grid);
    for (const float metres : grid->metres) CHECK(metres == doctest::Approx(250));
}

TEST_CASE("what a file leaves out, ends before or the globe does not have is not a number") {
    const Folder folder;
    folder.write("hole.prj", wgs84);
    const auto file = folder.write("hole.asc", grid_text(40, 35, 10, 10, 1, [](double lon, double lat) {
                                       return std::abs(lon - 45) < 2 && std::abs(lat - 40) < 2 ? -9999 : 100;
                                   }));
    const auto hole = read_elevation(file, around("EPSG:3857", {45, 40}, 20000, 3), 3, 3);
    REQUIRE(hole);
    CHECK(std::isnan(hole->metres[4]));
    const auto outside = read_elevation(file, around("EPSG:3857", {-60, 0}, 1000, 3), 3, 3);
    REQUIRE(outside);
    CHECK(std::isnan(outside->metres[4]));
    const auto globe = read_elevation(file, around("+proj=ortho +lat_0=42 +lon_0=41", {41, 42}, 500000, 31), 31, 31);
    REQUIRE(globe);
    CHECK(std::isnan(globe->metres[0]));
    CHECK(globe->metres[15 * 31 + 15] == doctest::Approx(100));
}

TEST_CASE("a file that is no raster, cut off, or says not where it lies is an error that names it") {
    const Folder folder;
    const Georeference pixels = around("EPSG:3857", {45, 40}, 20000, 3);
    const auto fails = [&](const std::string& file) {
        const auto grid = read_elevation(file, pixels, 3, 3);
        REQUIRE(!grid);
        CHECK(grid.error().file == file);
        CHECK(!grid.error().message.empty());
        return grid.error().message;
    };
    fails(folder.write("article.txt", "Fighting was reported near Aghdam."));
    fails((folder.path / "missing.tif").string());
    const std::string whole = grid_text(40, 35, 10, 10, 1, [](double, double) { return 1; });
    // Kilometres of nobody knows which plane.
    CHECK(fails(folder.write("nowhere.asc", grid_text(4000, 3500, 10, 10, 1, [](double, double) { return 1; }))) ==
          "this raster does not say in which coordinate system it lies");
    folder.write("cut.prj", wgs84);
    fails(folder.write("cut.asc", whole.substr(0, whole.size() / 3)));
}
