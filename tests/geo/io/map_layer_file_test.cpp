#include "geo/io/map_layer_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

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
    CHECK((*layer)->features[2].span.end == day("2024-10-02"));
    CHECK((*layer)->features[3].span.begin == day("2025-01-01"));
    CHECK(warnings.empty());
}

TEST_CASE("the spans of a single state and of states of one day") {
    CHECK(spans_of_series({day("2024")})[0].end == open_end);
    const auto twice = spans_of_series({day("2024-01-01"), day("2024-01-01"), day("2024-02-01")});
    CHECK(twice[0] == twice[1]);
    CHECK(twice[0].end == day("2024-02-01"));
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
