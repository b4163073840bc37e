#include "geo/io/raster_file.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "geo/base/progress.hpp"
#include "geo/spatial/projection.hpp"
#include "tests/geo/io/small_raster.hpp"

using namespace chronomap;
using chronomap::test::SmallRaster;

namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path =
        fs::temp_directory_path() / ("chronomap-rasters-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string file(const std::string& name) const { return (path / name).string(); }
};

/// `size` x `size` pixels around a place.
Georeference around(const std::string& crs, LonLat place, double metres_per_px, int size) {
    const PlanePoint at = (*projection_for(crs))->forward(place);
    return {crs, at.x - metres_per_px * size / 2, at.y + metres_per_px * size / 2, metres_per_px};
}

LayerRaster only_raster(const std::string& path) {
    const auto rasters = describe_rasters(path);
    REQUIRE_MESSAGE(rasters, (rasters ? "" : rasters.error().text()));
    REQUIRE(rasters->size() == 1);
    return rasters->front().raster;
}

using Pixel = std::array<int, 4>;

Pixel pixel(const ColourGrid& grid, int x, int y) {
    const std::uint8_t* at =
        &grid.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.width) + static_cast<std::size_t>(x)) *
                   4];
    return {at[0], at[1], at[2], at[3]};
}

/// The colour that a map of `crs` has at a place.
Pixel colour_at(const std::string& path, LonLat place, const std::string& crs = "EPSG:3857", double metres = 500) {
    const auto grid = read_raster(only_raster(path), around(crs, place, metres, 9), 9, 9);
    REQUIRE_MESSAGE(grid, (grid ? "" : grid.error().text()));
    return pixel(*grid, 4, 4);
}

}  // namespace

TEST_CASE("a raster lies where it says, to the pixel, in any projection") {
    const Folder folder;
    // Red in the west of 46 E, green in the south of 40 N.
    SmallRaster raster;
    raster.value = [](double x, double y, std::size_t band) {
        return band == 0 ? (x < 46 ? 250 : 10) : band == 1 ? (y < 40 ? 250 : 10) : 0;
    };
    raster.write(folder.file("quarters.tif"));
    const LayerRaster described = only_raster(folder.file("quarters.tif"));
    CHECK(described.box == GeoBox{44, 38, 49, 42});
    for (const std::string crs :
         {"EPSG:3857", "+proj=lcc +lat_1=38 +lat_2=42 +lon_0=45", "+proj=ortho +lat_0=42 +lon_0=41", "EPSG:32638"}) {
        CAPTURE(crs);
        const double metres = 1000;
        const auto grid = read_raster(described, around(crs, {46, 40}, metres, 21), 21, 21);
        REQUIRE(grid);
        const PlanePoint corner = (*projection_for(crs))->forward({46, 40});
        const double reach = 0.05 * 111e3 / metres;  // of the file's own pixels on the map's
        for (int y = 0; y < 21; ++y)
            for (int x = 0; x < 21; ++x) {
                const PlanePoint at{corner.x + (x - 10) * metres, corner.y - (y - 10) * metres};
                const LonLat place = (*projection_for(crs))->inverse(at);
                const Pixel seen = pixel(*grid, x, y);
                // Farther than a pixel from the edge, the colour is the side's own.
                if (std::abs(place.lon - 46) * 85e3 > reach * metres) CHECK((seen[0] > 128) == (place.lon < 46));
                if (std::abs(place.lat - 40) * 111e3 > reach * metres) CHECK((seen[1] > 128) == (place.lat < 40));
                CHECK(seen[3] == 255);
            }
    }
}

TEST_CASE("no data and what lies outside is clear; alpha and palettes keep their colours") {
    const Folder folder;
    SmallRaster holes;
    holes.no_data = 0;
    // One band alone that is 0 is a colour, not "no data".
    holes.value = [](double x, double y, std::size_t band) { return x < 45 && y > 41 ? 0 : band == 0 ? 0 : 90; };
    holes.write(folder.file("holes.tif"));
    CHECK(colour_at(folder.file("holes.tif"), {44.5, 41.5})[3] == 0);
    CHECK(colour_at(folder.file("holes.tif"), {46.5, 40}) == Pixel{0, 90, 90, 255});
    CHECK(colour_at(folder.file("holes.tif"), {60, 40})[3] == 0);

    SmallRaster veil;
    veil.bands = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand, GCI_AlphaBand};
    veil.value = [](double, double, std::size_t band) { return band == 3 ? 128 : 200; };
    veil.write(folder.file("veil.tif"));
    CHECK(colour_at(folder.file("veil.tif"), {46.5, 40}) == Pixel{200, 200, 200, 128});

    SmallRaster classes;
    classes.bands = {GCI_PaletteIndex};
    classes.palette = {{10, 20, 30, 255}, {250, 120, 0, 255}, {0, 0, 255, 255}};
    classes.no_data = 2;
    classes.value = [](double x, double, std::size_t) { return x < 45 ? 0 : x < 47 ? 1 : 2; };
    classes.write(folder.file("classes.tif"));
    CHECK(only_raster(folder.file("classes.tif")).stretch.empty());
    CHECK(colour_at(folder.file("classes.tif"), {44.5, 40}) == Pixel{10, 20, 30, 255});
    CHECK(colour_at(folder.file("classes.tif"), {46, 40}) == Pixel{250, 120, 0, 255});
    CHECK(colour_at(folder.file("classes.tif"), {48, 40})[3] == 0);
}

TEST_CASE("values are stretched between their 2 % lowest and highest, without no data") {
    const Folder folder;
    SmallRaster values;
    values.bands = {GCI_GrayIndex};
    values.type = GDT_Float32;
    values.no_data = -9999;
    values.value = [](double x, double y, std::size_t) { return y > 41.5 ? -9999 : (x - 44) * 1000; };
    values.write(folder.file("values.tif"));
    const LayerRaster described = only_raster(folder.file("values.tif"));
    REQUIRE(described.stretch.size() == 1);
    CHECK(described.stretch[0].low == doctest::Approx(100).epsilon(0.3));
    CHECK(described.stretch[0].high == doctest::Approx(4900).epsilon(0.02));
    const Pixel middle = colour_at(folder.file("values.tif"), {46.5, 40});
    CHECK(middle[0] == doctest::Approx(127).epsilon(0.03));
    CHECK(middle[1] == middle[0]);
    CHECK(middle[2] == middle[0]);
    CHECK(colour_at(folder.file("values.tif"), {44.02, 40}) == Pixel{0, 0, 0, 255});
    CHECK(colour_at(folder.file("values.tif"), {46, 41.8})[3] == 0);

    SmallRaster deep;
    deep.type = GDT_UInt16;
    deep.value = [](double x, double, std::size_t band) { return (band + 1) * 1000 + (x - 44) * 100; };
    deep.write(folder.file("deep.tif"));
    CHECK(only_raster(folder.file("deep.tif")).stretch.size() == 3);
    CHECK(colour_at(folder.file("deep.tif"), {46.5, 40})[2] == doctest::Approx(127).epsilon(0.03));
}

TEST_CASE("a raster across the antimeridian is seen on both sides") {
    const Folder folder;
    SmallRaster raster;
    raster.left = 175;
    raster.top = 5;
    raster.size = 0.1;
    raster.value = [](double x, double, std::size_t band) { return band == 0 && x < 180 ? 200 : 50; };
    raster.write(folder.file("pacific.tif"));
    const LayerRaster described = only_raster(folder.file("pacific.tif"));
    CHECK(described.box.west == doctest::Approx(175));
    CHECK(described.box.east == doctest::Approx(-175));
    const std::string crs = "+proj=merc +lon_0=180";
    CHECK(colour_at(folder.file("pacific.tif"), {178, 0}, crs) == Pixel{200, 50, 50, 255});
    CHECK(colour_at(folder.file("pacific.tif"), {-178, 0}, crs) == Pixel{50, 50, 50, 255});
    // On a map that is cut there, each side has its own.
    CHECK(colour_at(folder.file("pacific.tif"), {178, 0}) == Pixel{200, 50, 50, 255});
    CHECK(colour_at(folder.file("pacific.tif"), {-178, 0}) == Pixel{50, 50, 50, 255});
}

TEST_CASE("a raster of another system than the map's covers the pole and what is off the globe stays clear") {
    const Folder folder;
    SmallRaster raster;
    raster.epsg = 3413;  // polar stereographic
    raster.left = -2e6, raster.top = 2e6, raster.size = 40000;
    raster.width = raster.height = 100;
    raster.write(folder.file("arctic.tif"));
    CHECK(only_raster(folder.file("arctic.tif")).box.north == doctest::Approx(90).epsilon(0.001));
    const std::string crs = "+proj=laea +lat_0=90 +lon_0=45";
    CHECK(colour_at(folder.file("arctic.tif"), {0, 89.9}, crs) == Pixel{100, 100, 100, 255});
    CHECK(colour_at(folder.file("arctic.tif"), {50, 80}, crs) == Pixel{100, 100, 100, 255});
    const auto globe = read_raster(only_raster(folder.file("arctic.tif")),
                                   around("+proj=ortho +lat_0=50 +lon_0=41", {41, 50}, 5e5, 31), 31, 31);
    REQUIRE_MESSAGE(globe, (globe ? "" : globe.error().text()));
    CHECK(pixel(*globe, 0, 0)[3] == 0);
    CHECK(pixel(*globe, 15, 6)[3] == 255);
}

TEST_CASE("a raster tells its date and its credit") {
    const Folder folder;
    SmallRaster raster;
    raster.metadata = {{"TIFFTAG_DATETIME", "1993:07:23 10:00:00"}, {"TIFFTAG_COPYRIGHT", "Survey of 1993"}};
    raster.write(folder.file("dated.tif"));
    const auto described = describe_rasters(folder.file("dated.tif"));
    REQUIRE(described);
    CHECK(described->front().date.text() == "1993-07-23");
    CHECK(described->front().date_tag == "TIFFTAG_DATETIME");
    CHECK(described->front().credit == "Survey of 1993");
    CHECK(described->front().raster.span == TimeSpan{EdtfDate::parse("1993-07-23")->span().begin, open_end});
}

TEST_CASE("a raster that does not say where it lies names the remedy; a world file is enough for degrees") {
    const Folder folder;
    SmallRaster raster;
    raster.epsg = 0;
    raster.write(folder.file("scan.tif"));
    const auto scan = describe_rasters(folder.file("scan.tif"));
    REQUIRE(!scan);
    CHECK(scan.error().file == folder.file("scan.tif"));
    CHECK(scan.error().remedy.find("gdal_translate -a_srs") != std::string::npos);
    std::ofstream(folder.file("scan.tfw")) << "0.05\n0\n0\n-0.05\n44.025\n41.975\n";
    CHECK(only_raster(folder.file("scan.tif")).box.west == doctest::Approx(44));
    CHECK(colour_at(folder.file("scan.tif"), {46, 40}) == Pixel{100, 100, 100, 255});
    std::ofstream(folder.file("scan.tfw")) << "500\n0\n0\n-500\n4400000\n4900000\n";
    const auto metres = describe_rasters(folder.file("scan.tif"));
    REQUIRE(!metres);
    CHECK(metres.error().message.find("coordinate system") != std::string::npos);
}

TEST_CASE("a file that is cut off or no raster is an error that names it") {
    const Folder folder;
    SmallRaster raster;
    raster.width = raster.height = 400;
    raster.value = [](double x, double y, std::size_t) { return std::fmod(x * 7919 + y * 104729, 255); };
    raster.write(folder.file("whole.tif"));
    const LayerRaster described = only_raster(folder.file("whole.tif"));
    fs::resize_file(folder.file("whole.tif"), fs::file_size(folder.file("whole.tif")) / 3);
    const auto cut = read_raster(described, around("EPSG:3857", {50, 32}, 4000, 300), 300, 300);
    REQUIRE(!cut);
    CHECK(cut.error().file == folder.file("whole.tif"));
    std::ofstream(folder.file("article.tif")) << "Fighting was reported near Aghdam.";
    CHECK(!describe_rasters(folder.file("article.tif")));
    CHECK(!describe_rasters(folder.file("missing.tif")));
}

TEST_CASE("reading stops when it is asked to") {
    const Folder folder;
    SmallRaster().write(folder.file("plain.tif"));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = read_raster(only_raster(folder.file("plain.tif")), around("EPSG:3857", {46, 40}, 500, 300),
                                     300, 300, stop.get_token());
    REQUIRE(!stopped);
    CHECK(stopped.error().message == cancelled);
}

TEST_CASE("a raster of 45 gigapixels is read by its overviews") {
    const Folder folder;
    SmallRaster world{2048, 1024, -180, 90, 360.0 / 2048};
    world.value = [](double x, double, std::size_t band) { return band == 0 && x > 0 ? 200 : 50; };
    world.write(folder.file("world.tif"));
    GDALDatasetH file = GDALOpen(folder.file("world.tif").c_str(), GA_Update);
    REQUIRE(file);
    int levels[]{2, 4, 8, 16, 32, 64};
    CHECK(GDALBuildOverviews(file, "AVERAGE", 6, levels, 0, nullptr, nullptr, nullptr) == CE_None);
    GDALClose(file);
    std::string tag = R"(<VRTDataset rasterXSize="300000" rasterYSize="150000"><SRS>EPSG:4326</SRS>
        <GeoTransform>-180, 0.0012, 0, 90, 0, -0.0012</GeoTransform>)";
    for (int band = 1; band <= 3; ++band)
        tag +=
            "<VRTRasterBand dataType=\"Byte\" band=\"" + std::to_string(band) + "\"><ColorInterp>" +
            (band == 1   ? "Red"
             : band == 2 ? "Green"
                         : "Blue") +
            "</ColorInterp><SimpleSource><SourceFilename relativeToVRT=\"1\">world.tif</SourceFilename><SourceBand>" +
            std::to_string(band) +
            R"(</SourceBand><SrcRect xOff="0" yOff="0" xSize="2048" ySize="1024"/>
               <DstRect xOff="0" yOff="0" xSize="300000" ySize="150000"/></SimpleSource></VRTRasterBand>)";
    std::ofstream(folder.file("huge.vrt")) << tag << "</VRTDataset>";
    const auto grid =
        read_raster(only_raster(folder.file("huge.vrt")), around("ESRI:54030", {0, 0}, 100'000, 300), 300, 300);
    REQUIRE_MESSAGE(grid, (grid ? "" : grid.error().text()));
    CHECK(pixel(*grid, 100, 150) == Pixel{50, 50, 50, 255});
    CHECK(pixel(*grid, 200, 150) == Pixel{200, 50, 50, 255});
}
