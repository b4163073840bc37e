#include "geo/io/map_layer_file.hpp"

#include <doctest/doctest.h>
#include <ogr_api.h>

#include <filesystem>
#include <fstream>

#include "geo/io/raster_file.hpp"
#include "tests/geo/io/small_raster.hpp"

using namespace chronomap;

namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path =
        fs::temp_directory_path() / ("chronomap-layers-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name) << text;
        return (path / name).string();
    }
};

std::string collection(const std::string& features) {
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string square(const std::string& properties) {
    return R"({"type":"Feature","properties":{)" + properties +
           R"(},"geometry":{"type":"Polygon","coordinates":[[[46,39],[47,39],[47,40],[46,40],[46,39]]]}})";
}

Day day(const char* text) {
    return EdtfDate::parse(text)->span().begin;
}

}  // namespace

TEST_CASE("areas with dates, holders and sources are read; broken ones are told and left out") {
    const Folder folder;
    const std::string path = folder.write(
        "claims.geojson",
        collection(
            square(
                R"("name":"North","status":"claimed","held_by":"A","begin":"1991-09-02","end":"2020-11-10","source":"Atlas, p. 3")") +
            "," + square(R"("name":"South","status":"administered","begin":"1999","end":"1990")") + "," +
            R"({"type":"Feature","properties":{"name":"Line"},"geometry":{"type":"LineString","coordinates":[[46,39],[47,40]]}})"));
    std::vector<std::string> warnings;
    const auto layer = read_map_layer(path, warnings);
    REQUIRE(layer);
    REQUIRE((*layer)->features.size() == 2);
    const LayerFeature& north = (*layer)->features[0];
    CHECK(north.name == "North");
    CHECK(north.holder == "A");
    CHECK(north.status == ClaimStatus::claimed);
    CHECK(north.span == TimeSpan{day("1991-09-02"), day("2020-11-11")});
    CHECK(north.parts.size() == 1);
    CHECK((*layer)->features[1].extent == ExtentClass::line);
    CHECK((*layer)->source.find("Atlas, p. 3") != std::string::npos);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].find("feature 2") != std::string::npos);
    CHECK(is_map_layer(path));
}

TEST_CASE("a folder is a series: each file holds until the next, gaps stay gaps") {
    const Folder folder;
    for (const char* name :
         {"front_20240701.geojson", "front_20240801.geojson", "front_2024-09-01.geojson", "front_2025_01_01.geojson"})
        folder.write(name, collection(square("")));
    folder.write("README.txt", "not a state");
    std::vector<std::string> warnings;
    const auto layer = read_map_layer(folder.path.string(), warnings);
    REQUIRE_MESSAGE(layer, (layer ? "" : layer.error().text()));
    REQUIRE((*layer)->features.size() == 4);
    CHECK((*layer)->features[0].span == TimeSpan{day("2024-07-01"), day("2024-08-01")});
    CHECK((*layer)->features[1].span == TimeSpan{day("2024-08-01"), day("2024-09-01")});
    // The next file is four months away: one usual step, then a gap.
    CHECK((*layer)->features[2].span.end == day("2024-10-01"));
    CHECK((*layer)->features[3].span.begin == day("2025-01-01"));
    CHECK(warnings.empty());
}

TEST_CASE("the spans of a single state and of states of one day") {
    CHECK(spans_of_series({day("2024")})[0].end == open_end);
    const auto twice = spans_of_series({day("2024-01-01"), day("2024-01-01"), day("2024-02-01")});
    CHECK(twice[0] == twice[1]);
    CHECK(twice[0].end == day("2024-02-01"));
}

TEST_CASE("the last state of months or of years ends with its month or year, however long that is") {
    CHECK(spans_of_series({day("1992"), day("1993"), day("1994")})[2].end == day("1995-01-01"));
    CHECK(spans_of_series({day("2019-12"), day("2020-01"), day("2020-02"), day("2020-06")})[2].end ==
          day("2020-03-01"));
    CHECK(spans_of_series({day("2024-12"), day("2025-01"), day("2025-02")})[2].end == day("2025-03-01"));
    CHECK(spans_of_series({day("2024-07-01"), day("2024-07-08"), day("2024-07-15")})[2].end == day("2024-07-22"));
}

TEST_CASE("dates are found in file names") {
    CHECK(date_in_file_name("a/deepstate_20240708.geojson").text() == "2024-07-08");
    CHECK(date_in_file_name("front-2024-07.gpkg").text() == "2024-07");
    CHECK(date_in_file_name("borders_1914.shp").text() == "1914");
    CHECK(date_in_file_name("map123456.shp").empty());
}

TEST_CASE("coordinates in another system are brought to degrees") {
    const Folder folder;
    const std::string path = folder.write(
        "web.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[
           {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[5120000,4860000]}}]})");
    std::vector<std::string> warnings;
    const auto layer = read_map_layer(path, warnings);
    REQUIRE(layer);
    CHECK((*layer)->features[0].parts[0][0].lon == doctest::Approx(45.994).epsilon(0.001));
    CHECK((*layer)->features[0].parts[0][0].lat == doctest::Approx(39.97).epsilon(0.01));
    CHECK(!is_map_layer(path));  // points may be events
}

TEST_CASE("what is no layer gives one error") {
    const Folder folder;
    std::vector<std::string> warnings;
    CHECK(!read_map_layer((folder.path / "missing.geojson").string(), warnings));
    CHECK(!read_map_layer(folder.path.string(), warnings));
    CHECK(!read_map_layer(folder.write("broken.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{"), warnings));
    CHECK(!read_map_layer(folder.write("empty.geojson", collection("")), warnings));
}

TEST_CASE("all folders of a KML are one layer, named by the file") {
    const Folder folder;
    const std::string path =
        folder.write("talks.kml", R"(<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2">
        <Document><Folder><name>Empty</name></Folder>
        <Folder><name>Roads</name><Placemark><name>North road</name><LineString><coordinates>46,39 47,40</coordinates>
        </LineString></Placemark></Folder>
        <Folder><name>Posts</name><Placemark><name>Post 1</name><Point><coordinates>46.5,39.5</coordinates></Point>
        </Placemark></Folder></Document></kml>)");
    std::vector<std::string> warnings;
    CHECK(is_map_layer(path));
    const auto layer = read_map_layer(path, warnings);
    REQUIRE_MESSAGE(layer, (layer ? "" : layer.error().text()));
    CHECK((*layer)->name == "talks");
    REQUIRE((*layer)->features.size() == 2);
    CHECK((*layer)->features[0].name == "North road");
    CHECK((*layer)->features[1].extent == ExtentClass::point);
}

TEST_CASE("a folder of rasters is a series; their credits are those of the layer; what lies beside them is no state") {
    const Folder folder;
    test::SmallRaster raster;
    for (const char* month : {"2020-10", "2020-11", "2020-12"}) {
        // The day on which it was scanned says nothing of what it shows.
        raster.metadata = {{"TIFFTAG_COPYRIGHT", "Survey"}, {"TIFFTAG_DATETIME", "2024:01:01 00:00:00"}};
        raster.write((folder.path / (std::string(month) + ".tif")).string());
        folder.write(std::string(month) + ".tif.aux.xml", "<PAMDataset/>");
        folder.write(std::string(month) + ".tfw", "0.05\n0\n0\n-0.05\n44.025\n41.975\n");
    }
    std::vector<std::string> warnings;
    const auto layer = read_map_layer(folder.path.string(), warnings);
    REQUIRE(layer);
    CHECK(warnings.empty());
    REQUIRE((*layer)->rasters.size() == 3);
    CHECK((*layer)->features.empty());
    CHECK((*layer)->rasters[1]->span == TimeSpan{day("2020-11-01"), day("2020-12-01")});
    CHECK((*layer)->source.ends_with(": Survey"));
    CHECK(box_of_layers({*layer}) == GeoBox{44, 38, 49, 42});
}

TEST_CASE("a single raster is there from its own date on, and says why") {
    const Folder folder;
    test::SmallRaster raster;
    raster.metadata = {{"TIFFTAG_DATETIME", "1993:07:23 00:00:00"}};
    raster.write((folder.path / "aerial.tif").string());
    std::vector<std::string> warnings;
    const auto layer = read_map_layer((folder.path / "aerial.tif").string(), warnings);
    REQUIRE(layer);
    CHECK((*layer)->rasters.at(0)->span == TimeSpan{day("1993-07-23"), open_end});
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].find("TIFFTAG_DATETIME") != std::string::npos);
    CHECK(is_map_layer((folder.path / "aerial.tif").string()));
}

TEST_CASE("a GeoPackage gives its rasters and its shapes") {
    const Folder folder;
    const std::string path = (folder.path / "both.gpkg").string();
    test::SmallRaster raster;
    raster.write(path, "GPKG", {"RASTER_TABLE=north"});
    raster.top = 30;
    raster.write(path, "GPKG", {"RASTER_TABLE=south", "APPEND_SUBDATASET=YES"});
    GDALDatasetH file = GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
    REQUIRE(file);
    OGRSpatialReferenceH system = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(system, 4326);
    OSRSetAxisMappingStrategy(system, OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayerH table = GDALDatasetCreateLayer(file, "road", system, wkbLineString, nullptr);
    REQUIRE(table);
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(table));
    OGRGeometryH line = OGR_G_CreateGeometry(wkbLineString);
    OGR_G_AddPoint_2D(line, 46, 39), OGR_G_AddPoint_2D(line, 47, 40);
    OGR_F_SetGeometryDirectly(feature, line);
    CHECK(OGR_L_CreateFeature(table, feature) == OGRERR_NONE);
    OGR_F_Destroy(feature);
    OSRDestroySpatialReference(system);
    GDALClose(file);
    std::vector<std::string> warnings;
    const auto layer = read_map_layer(path, warnings);
    REQUIRE_MESSAGE(layer, (layer ? "" : layer.error().text()));
    CHECK((*layer)->rasters.size() == 2);
    CHECK((*layer)->features.size() == 1);
    CHECK((*layer)->rasters[1]->dataset.ends_with(":south"));
}

TEST_CASE("MBTiles and descriptions of tile servers are rasters") {
    const Folder folder;
    test::SmallRaster raster;
    raster.write((folder.path / "tiles.mbtiles").string(), "MBTiles");
    std::vector<std::string> warnings;
    const auto tiles = read_map_layer((folder.path / "tiles.mbtiles").string(), warnings);
    REQUIRE_MESSAGE(tiles, (tiles ? "" : tiles.error().text()));
    CHECK((*tiles)->rasters.size() == 1);

    // The world in one tile, and in four.
    raster.width = raster.height = 256;
    raster.epsg = 0;
    for (const std::string tile : {"0/0/0", "1/0/0", "1/0/1", "1/1/0", "1/1/1"}) {
        fs::create_directories((folder.path / tile).parent_path());
        raster.value = [&](double, double, std::size_t band) { return tile == "1/1/0" && band == 0 ? 200 : 50; };
        raster.write((folder.path / (tile + ".png")).string(), "PNG");
    }
    const std::string description = R"(<GDAL_WMS><Service name="TMS"><ServerUrl>file://)" + folder.path.string() +
                                    R"(/${z}/${x}/${y}.png</ServerUrl></Service><DataWindow>
        <UpperLeftX>-20037508.34</UpperLeftX><UpperLeftY>20037508.34</UpperLeftY>
        <LowerRightX>20037508.34</LowerRightX><LowerRightY>-20037508.34</LowerRightY>
        <TileLevel>1</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY><YOrigin>top</YOrigin></DataWindow>
        <Projection>EPSG:3857</Projection><BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY>
        <BandsCount>3</BandsCount></GDAL_WMS>)";
    const std::string path = folder.write("world.xml", description);
    CHECK(is_map_layer(path));
    const auto layer = read_map_layer(path, warnings);
    REQUIRE_MESSAGE(layer, (layer ? "" : layer.error().text()));
    const auto grid = read_raster(*(*layer)->rasters.at(0), {"EPSG:3857", 5e6, 5e6, 1000}, 20, 20);
    REQUIRE_MESSAGE(grid, (grid ? "" : grid.error().text()));
    CHECK(grid->rgba[0] == 200);
    CHECK(grid->rgba[3] == 255);

    std::string nowhere = description;
    nowhere.replace(nowhere.find("file://"), 7, "http://127.0.0.1:9");
    const auto unreachable = read_map_layer(folder.write("nowhere.xml", nowhere), warnings);
    REQUIRE(unreachable);
    const auto failed = read_raster(*(*unreachable)->rasters.at(0), {"EPSG:3857", 5e6, 5e6, 1000}, 20, 20);
    REQUIRE(!failed);
    CHECK(failed.error().text().find('\n') == std::string::npos);
    CHECK(failed.error().remedy.find("network") != std::string::npos);
}
